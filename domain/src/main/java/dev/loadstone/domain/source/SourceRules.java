package dev.loadstone.domain.source;

import dev.loadstone.domain.content.Utf8;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.NavigableSet;

/** The rules for sources that can be judged before any compiler sees them: names and encoding. */
public final class SourceRules {

  private static final String PACKAGE_INFO = "package-info.java";
  private static final String MODULE_INFO = "module-info.java";

  private SourceRules() {}

  /**
   * Judges a source set: there is a file, every base name is a Java identifier followed by {@code
   * .java} (or {@code package-info.java}, but not last), and every text can be encoded in UTF-8 and
   * has no NUL character, which the compiler would ignore in identifiers.
   *
   * @param sources the sources
   * @return the same sources, or {@link InvalidSources} about the first file that breaks a rule
   */
  public static Try<SourceSet> check(SourceSet sources) {
    if (sources.files().isEmpty()) {
      return Try.failure(noFiles());
    }
    for (SourceFile file : sources.files()) {
      Option<InvalidSources> violation = nameViolation(file).orElse(() -> textViolation(file));
      if (violation.isDefined()) {
        return Try.failure(violation.get());
      }
    }
    return mainViolation(sources.mainFile())
        .<Try<SourceSet>>map(Try::failure)
        .getOrElse(() -> Try.success(sources));
  }

  /** Makes the error for an empty list of files. */
  public static InvalidSources noFiles() {
    return new InvalidSources(
        List.of(),
        Reason.NO_FILES,
        "no source file was given. Give at least one, the main file last.");
  }

  /**
   * Makes the error for a file that is not encoded in UTF-8.
   *
   * @param path the file as it was given
   */
  public static InvalidSources notUtf8(String path) {
    return new InvalidSources(
        List.of(path),
        Reason.NOT_UTF8,
        "is not encoded in UTF-8. Convert it: every source is read as UTF-8.");
  }

  /**
   * Makes the error for a file that has more bytes than a source may have.
   *
   * @param path the file as it was given
   * @param bytes how many it has, as far as that is known
   * @param limit how many it may have
   */
  public static InvalidSources tooLarge(String path, long bytes, int limit) {
    return new InvalidSources(
        List.of(path),
        Reason.TOO_LARGE,
        "has "
            + bytes
            + " bytes, and a source may have "
            + limit
            + ". Give another file; an application sets another limit by Limits.withSourceBytes.");
  }

  /**
   * Makes the error for files that define the same types.
   *
   * @param paths the files as they were given
   * @param types the binary names of the types
   */
  public static InvalidSources duplicateTypes(List<String> paths, NavigableSet<String> types) {
    return new InvalidSources(
        paths,
        Reason.DUPLICATE_TYPE,
        "define the same "
            + (types.size() == 1 ? "type, " : "types, ")
            + String.join(", ", types)
            + ". Rename one, or leave one of the files out.");
  }

  private static Option<InvalidSources> nameViolation(SourceFile file) {
    String name = file.baseName();
    if (name.equals(MODULE_INFO)) {
      return badName(file, "a plugin cannot declare a module. Leave this file out.");
    }
    if (Utf8.canEncode(file.path()) && (name.equals(PACKAGE_INFO) || isJavaFileName(name))) {
      return Option.none();
    }
    return badName(
        file,
        "is not the name of a Java source file. Name it after its main type: a Java identifier"
            + " followed by .java.");
  }

  private static Option<InvalidSources> badName(SourceFile file, String detail) {
    return Option.some(
        new InvalidSources(List.of(file.path()), Reason.NOT_A_JAVA_FILE_NAME, detail));
  }

  private static boolean isJavaFileName(String name) {
    return name.endsWith(".java")
        && JavaNames.isTypeIdentifier(name.substring(0, name.length() - 5));
  }

  private static Option<InvalidSources> textViolation(SourceFile file) {
    if (!Utf8.canEncode(file.text())) {
      return Option.some(notUtf8(file.path()));
    }
    int nul = file.text().indexOf('\0');
    return Option.when(nul >= 0, () -> nulCharacter(file.path(), file.text().substring(0, nul)));
  }

  private static InvalidSources nulCharacter(String path, String before) {
    return new InvalidSources(
        List.of(path),
        Reason.NUL_CHARACTER,
        "has a NUL character (U+0000) in line "
            + (before + ".").lines().count()
            + ", so it is not a text file, or it is damaged. Remove the character, or save the file again.");
  }

  private static Option<InvalidSources> mainViolation(SourceFile main) {
    return main.baseName().equals(PACKAGE_INFO)
        ? Option.some(
            new InvalidSources(
                List.of(main.path()),
                Reason.NO_MAIN_CLASS,
                "the last file is the main one, and this one cannot declare a class. Give the main file last."))
        : Option.none();
  }
}
