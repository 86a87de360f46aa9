package dev.loadstone.domain.source;

import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.name.LibraryPackages;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.function.Function;

/**
 * The rule that a plugin puts no class into a named package of the JDK or the host, and none under
 * the name of a host class: a compiler would grant a package access that the JVM, with two loaders,
 * refuses (JVMS 5.3).
 */
public final class TakenNames {

  private static final String PACKAGE_TAKEN = "loadstone.err.package.taken";
  private static final String CLASS_TAKEN = "loadstone.err.class.taken";
  private static final String ADVICE = "\n(put the plugin's classes into a package of their own)";

  private TakenNames() {}

  /**
   * A name that is taken.
   *
   * @param type the top-level type whose name it is, none where it is the package's
   * @param code the diagnostic's code
   * @param message what is wrong
   */
  public record Taken(Option<DeclaredType> type, String code, String message) {}

  /**
   * Judges a file that defines classes.
   *
   * @param outline what the file declares
   * @param isPackageTaken whether the JDK or the host has classes in a package
   * @param isClassTaken whether the host has a class
   * @return what is taken; a failure is that of a question
   */
  public static Try<List<Taken>> in(
      SourceOutline outline,
      Function<String, Try<Boolean>> isPackageTaken,
      Function<String, Try<Boolean>> isClassTaken) {
    String packageName = outline.packageName();
    return packageName.isEmpty()
        ? Try.success(List.of())
        : isPackageTaken
            .apply(packageName)
            .flatMap(
                taken ->
                    taken
                        ? Try.success(List.of(packageTaken(packageName, "the JDK or the host")))
                        : classesTaken(outline, isClassTaken))
            .map(
                found ->
                    found.isEmpty() && LibraryPackages.has(packageName)
                        ? List.of(packageTaken(packageName, "Loadstone itself"))
                        : found);
  }

  private static Taken packageTaken(String packageName, String owner) {
    return new Taken(
        Option.none(),
        PACKAGE_TAKEN,
        "package " + packageName + " is taken: " + owner + " has classes in it" + ADVICE);
  }

  private static Try<List<Taken>> classesTaken(
      SourceOutline outline, Function<String, Try<Boolean>> isClassTaken) {
    return Tries.traverse(
            outline.types(),
            type -> {
              String binaryName = outline.binaryName(type.simpleName());
              return isClassTaken
                  .apply(binaryName)
                  .map(taken -> Option.when(taken, () -> classTaken(type, binaryName)));
            })
        .map(found -> found.stream().flatMap(Option::toJavaStream).toList());
  }

  private static Taken classTaken(DeclaredType type, String binaryName) {
    return new Taken(
        Option.some(type),
        CLASS_TAKEN,
        "class " + binaryName + " is taken: the host has a class of this name" + ADVICE);
  }
}
