package dev.loadstone.adapter.javac;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.InvalidSources;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;

/**
 * What a compiler makes of sources.
 *
 * @param kind the verdict itself
 * @param diagnostics what it says, in its order
 * @param invalid the reason, where our compiler refuses sources that javac does not judge
 * @param classFiles the class files by their path, where it accepts the sources
 */
record Verdict(
    Kind kind,
    List<Diagnostic> diagnostics,
    Option<InvalidSources.Reason> invalid,
    Map<String, Bytes> classFiles) {

  enum Kind {
    ACCEPTED,
    REFUSED,
    CRASHED
  }

  static Verdict accepted(List<Diagnostic> warnings, Map<String, Bytes> classFiles) {
    return new Verdict(Kind.ACCEPTED, warnings, Option.none(), classFiles);
  }

  static Verdict refused(List<Diagnostic> diagnostics) {
    return new Verdict(Kind.REFUSED, diagnostics, Option.none(), Map.of());
  }

  static Verdict invalid(InvalidSources.Reason reason) {
    return new Verdict(Kind.REFUSED, List.of(), Option.some(reason), Map.of());
  }

  static Verdict crashed() {
    return new Verdict(Kind.CRASHED, List.of(), Option.none(), Map.of());
  }
}
