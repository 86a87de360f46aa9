package dev.loadstone.domain.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Compiler, runtime and library build that an artifact was made by.
 *
 * @param compiler the compiler
 * @param runtime the runtime that the compiler ran in, and the library's build
 */
public record BuildContext(CompilerIdentity compiler, RuntimeIdentity runtime) {

  public BuildContext {
    Objects.requireNonNull(compiler, "compiler");
    Objects.requireNonNull(runtime, "runtime");
  }

  /**
   * Compares this context, as recorded, with the present one.
   *
   * @param now the present context
   * @return every difference, in a fixed order
   */
  public List<Difference> differencesFrom(CurrentContext now) {
    List<Difference> differences = new ArrayList<>();
    // Two unknown builds are not known to be the same.
    if (runtime.libraryBuild().isEmpty()
        || !runtime.libraryBuild().equals(now.runtime().libraryBuild())) {
      differences.add(
          Difference.of(
              Difference.Kind.LIBRARY_BUILD,
              "Loadstone",
              runtime.library(),
              now.runtime().library()));
    }
    if (now.compiler().isDefined()) {
      compare(
          differences,
          Difference.Kind.COMPILER,
          "compiler",
          compiler.toString(),
          now.compiler().get().toString());
    }
    compare(
        differences,
        Difference.Kind.RUNTIME,
        "Java runtime",
        "release " + runtime.featureRelease(),
        "release " + now.runtime().featureRelease());
    return List.copyOf(differences);
  }

  private static void compare(
      List<Difference> differences, Difference.Kind kind, String subject, String then, String now) {
    if (!then.equals(now)) {
      differences.add(Difference.of(kind, subject, then, now));
    }
  }
}
