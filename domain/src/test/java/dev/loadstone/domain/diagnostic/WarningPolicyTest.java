package dev.loadstone.domain.diagnostic;

import static dev.loadstone.domain.diagnostic.WarningPolicy.Treatment.ERRORS;
import static dev.loadstone.domain.diagnostic.WarningPolicy.Treatment.IGNORED;
import static dev.loadstone.domain.diagnostic.WarningPolicy.Treatment.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WarningPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "ERRORS, unchecked, true",
    "ERRORS, '', true",
    "ERRORS, deprecation, true",
    "ERRORS, serial, false",
    "ERRORS, processing, false",
    "ERRORS, path, false",
    "ERRORS, classfile, false",
    "ERRORS, options, false",
    "ERRORS, module, false",
    "ERRORS, requires-automatic, false",
    "ERRORS, rawtypes, false",
    "REPORTED, unchecked, true",
    "REPORTED, serial, false",
    "REPORTED, rawtypes, false",
    "IGNORED, unchecked, false",
    "IGNORED, '', false"
  })
  void shown_lintKeyWithRawtypesExcepted_dependsOnTheTreatment(
      WarningPolicy.Treatment treatment, String lintKey, boolean expected) {
    WarningPolicy policy = new WarningPolicy(treatment, Set.of("rawtypes"));

    assertThat(policy.shown(List.of(warning(lintKey)))).hasSize(expected ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"'', c, false", "'', other, true", "unchecked, c, false", "unchecked, other, true"})
  void shown_codeExcepted_isNotShownWhateverTheLintKey(
      String lintKey, String excepted, boolean expected) {
    WarningPolicy policy = new WarningPolicy(ERRORS, Set.of(excepted));

    assertThat(policy.shown(List.of(warning(lintKey)))).hasSize(expected ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"'', c", "unchecked, unchecked"})
  void key_warning_isItsLintKeyElseItsCode(String lintKey, String expected) {
    assertThat(WarningPolicy.key(warning(lintKey))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ERRORS, WARNING, unchecked, A.java, true",
    "ERRORS, WARNING, '', A.java, true",
    "ERRORS, WARNING, unchecked, '', false",
    "ERRORS, WARNING, deprecation, A.java, false",
    "ERRORS, WARNING, removal, A.java, false",
    "ERRORS, WARNING, preview, A.java, false",
    "ERRORS, NOTE, '', A.java, false",
    "ERRORS, ERROR, '', '', true",
    "REPORTED, WARNING, unchecked, A.java, false",
    "REPORTED, ERROR, '', A.java, true",
    "IGNORED, WARNING, unchecked, A.java, false",
    "IGNORED, ERROR, '', A.java, true"
  })
  void fails_diagnostic_dependsOnTreatmentKeyAndPosition(
      WarningPolicy.Treatment treatment,
      Severity severity,
      String lint,
      String source,
      boolean expected) {
    WarningPolicy policy = new WarningPolicy(treatment, Set.of());

    boolean fails = policy.fails(new Diagnostic(severity, "c", "m", source, 1, 1, "", lint));

    assertThat(fails).isEqualTo(expected);
  }

  /** As of an annotation in a host's class that needs another one. */
  @Test
  void fails_warningAboutNoLine_neverDoes() {
    WarningPolicy policy = new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of());

    assertThat(policy.fails(new Diagnostic(Severity.WARNING, "c", "m", "A.java", -1, -1, "", "")))
        .isFalse();
  }

  @Test
  void shown_anyPolicy_keepsErrorsInOrderAndNoNotes() {
    Diagnostic error = Diagnostic.error("c", "e", "A.java");
    Diagnostic second = Diagnostic.error("c", "e2", "A.java");
    Diagnostic unchecked = warning("unchecked");
    Diagnostic serial = warning("serial");
    Diagnostic note = new Diagnostic(Severity.NOTE, "c", "n", "A.java", 1, 1, "", "");
    List<Diagnostic> all = List.of(serial, error, note, unchecked, second);

    assertThat(new WarningPolicy(ERRORS, Set.of()).shown(all))
        .containsExactly(error, unchecked, second);
    assertThat(new WarningPolicy(REPORTED, Set.of("unchecked")).shown(all))
        .containsExactly(error, second);
    assertThat(new WarningPolicy(IGNORED, Set.of()).shown(all)).containsExactly(error, second);
  }

  @Test
  void new_setChangedAfterwards_keepsItsExceptions() {
    Set<String> except = new HashSet<>(Set.of("unchecked"));
    WarningPolicy policy = new WarningPolicy(ERRORS, except);

    except.clear();

    assertThat(policy.shown(List.of(warning("unchecked")))).isEmpty();
  }

  private static Diagnostic warning(String lint) {
    return new Diagnostic(Severity.WARNING, "c", "w", "A.java", 1, 1, "", lint);
  }
}
