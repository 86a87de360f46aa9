package dev.loadstone.domain.source;

import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.source.SourceOutline.Access;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the main class: the main file's public top-level type, otherwise the one named like the
 * file, else the only one.
 */
public final class MainClassRule {

  private MainClassRule() {}

  /**
   * Finds the main class of a main file.
   *
   * @param file the main file
   * @param outline what it declares
   * @return the simple name of its main class, or {@link InvalidSources} when there is none or no
   *     telling which
   */
  public static Try<String> mainClass(SourceFile file, SourceOutline outline) {
    String fileName = file.baseName().replaceFirst("\\.java$", "");
    return only(outline, type -> type.access() == Access.PUBLIC)
        .orElse(() -> only(outline, type -> type.simpleName().equals(fileName)))
        .orElse(() -> only(outline, type -> true))
        .toTry(() -> noMainClass(file, outline));
  }

  private static Option<String> only(SourceOutline outline, Predicate<DeclaredType> condition) {
    List<DeclaredType> matches = outline.types().stream().filter(condition).toList();
    return Option.when(matches.size() == 1, () -> matches.get(0).simpleName());
  }

  private static InvalidSources noMainClass(SourceFile file, SourceOutline outline) {
    if (outline.types().isEmpty()) {
      return new InvalidSources(
          List.of(file.path()),
          Reason.NO_MAIN_CLASS,
          "declares no class, and the last file must declare the plugin's main class. Declare one,"
              + " or give the main file last.");
    }
    String candidates =
        outline.types().stream().map(DeclaredType::simpleName).collect(Collectors.joining(", "));
    return new InvalidSources(
        List.of(file.path()),
        Reason.SEVERAL_MAIN_CLASSES,
        "declares several classes ("
            + candidates
            + "), and it is not clear which is the main one. Make one of them public, or name it like the file.");
  }
}
