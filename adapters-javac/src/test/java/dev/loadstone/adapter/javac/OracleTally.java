package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts what came of many comparisons. */
final class OracleTally {

  private static final int SHOWN = 5;
  private static final int FEWEST_CODES = 5;

  private final Map<Verdict.Kind, Integer> kinds = new EnumMap<>(Verdict.Kind.class);
  private final Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
  private final Set<String> codes = new TreeSet<>();
  private final List<Comparison> disagreements = new ArrayList<>();
  private int all;
  private int warned;
  private int unstable;

  void add(Comparison comparison) {
    List<Diagnostic> said = comparison.plain().diagnostics();
    all++;
    kinds.merge(comparison.plain().kind(), 1, Integer::sum);
    comparison.differences().forEach(each -> differences.merge(each, 1, Integer::sum));
    said.forEach(each -> codes.add(each.code()));
    if (said.stream().anyMatch(Diagnostic::isWarning)) {
      warned++;
    }
    if (!comparison.agrees()) {
      disagreements.add(comparison);
    }
  }

  /** Counts a case about which javac itself says now this, now that. */
  void addUnstable() {
    unstable++;
  }

  Set<Difference> differences() {
    return Set.copyOf(differences.keySet());
  }

  int warned() {
    return warned;
  }

  /**
   * Checks that the compilers agree, but for the reasons that are given, and that enough was
   * accepted and refused, and for reasons enough, for that to mean something.
   */
  void assertAgreement(Set<Difference> reasons) {
    assertThat(disagreements.size()).as(this::report).isZero();
    assertThat(reasons).as(this::report).containsAll(differences());
    assertThat(all).as(this::report).isGreaterThanOrEqualTo(10);
    assertThat(unstable).as(this::report).isLessThanOrEqualTo(all / 10);
    assertThat(count(Verdict.Kind.ACCEPTED)).as(this::report).isGreaterThanOrEqualTo(all / 20);
    assertThat(count(Verdict.Kind.REFUSED)).as(this::report).isGreaterThanOrEqualTo(all / 10);
    assertThat(codes.size())
        .as(this::report)
        .isGreaterThanOrEqualTo(Math.min(FEWEST_CODES, all / 4));
  }

  /** Returns the figures, and the first disagreements. */
  String report() {
    return "%d compared: %s, %d with warnings, %d codes, differences %s, %d unstable, %d disagreements%n%s"
        .formatted(
            all,
            kinds,
            warned,
            codes.size(),
            differences,
            unstable,
            disagreements.size(),
            disagreements.stream()
                .limit(SHOWN)
                .map(Comparison::toString)
                .collect(Collectors.joining("\n")));
  }

  private int count(Verdict.Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }
}
