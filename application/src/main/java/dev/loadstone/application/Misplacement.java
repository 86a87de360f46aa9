package dev.loadstone.application;

import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import io.vavr.control.Try;
import java.util.List;

/** Judges whether a type is declared where it belongs. */
final class Misplacement {

  private Misplacement() {}

  /** Checks that a file declares the type whose place it has. */
  static Try<FoundFile> check(String type, FoundFile file, FoundFile neededBy) {
    List<String> types = file.types();
    if (types.contains(type)) {
      return Try.success(file);
    }
    String declared = types.isEmpty() ? "no type" : String.join(", ", types);
    return Try.failure(
        new InvalidSources(
            List.of(file.source().path()),
            Reason.MISPLACED_TYPE,
            "is where the type "
                + type
                + " belongs, which "
                + neededBy.source().path()
                + " may need, but declares "
                + declared
                + ". Correct the names of the package and the type, or move the file where it belongs."));
  }

  static InvalidSources ambiguous(String type, List<FoundFile.Unparsed> files, FoundFile neededBy) {
    return new InvalidSources(
        files.stream().map(file -> file.source().path()).toList(),
        Reason.AMBIGUOUS_FILE,
        "are both where the type "
            + type
            + " may be, which "
            + neededBy.source().path()
            + " needs. Leave one of the files out.");
  }
}
