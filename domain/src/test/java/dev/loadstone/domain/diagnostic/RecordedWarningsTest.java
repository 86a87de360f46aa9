package dev.loadstone.domain.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedWarningsTest {

  private static final List<String> PATHS = List.of("src/A.java", "src/Main.java");
  private static final List<String> ELSEWHERE = List.of("/tmp/x/A.java", "/tmp/x/Main.java");
  private static final Diagnostic FULL =
      new Diagnostic(
          Severity.WARNING,
          "compiler.warn.prob.found.req",
          "unchecked cast\n  required: List<String>\r\n  found:\tList",
          "src/Main.java",
          12,
          34,
          "",
          "unchecked");

  static Stream<Diagnostic> diagnostics() {
    return Stream.of(
        FULL,
        FULL.withMessage(""),
        FULL.withMessage("\n"),
        FULL.withMessage("\u0000\u0007\u001b[2J\u0085\u2028\u2029\u202e\uFFFD"),
        FULL.withMessage("\uD83D\uDE00 \uD800 \uDC00"),
        FULL.withMessage(" \\ \\\\ \\n \\u000a "),
        FULL.withSource("src/A.java"),
        new Diagnostic(Severity.NOTE, "", "", "", 0, Long.MAX_VALUE, "", ""),
        new Diagnostic(
            Severity.ERROR,
            "a\tb",
            "m",
            "",
            Diagnostic.NO_POSITION,
            Diagnostic.NO_POSITION,
            "",
            "e\tf"));
  }

  @ParameterizedTest
  @MethodSource("diagnostics")
  void read_recordedWarning_givesEveryPartAgain(Diagnostic warning) {
    RecordedWarnings recorded = RecordedWarnings.of(List.of(warning), PATHS);

    assertThat(recorded.read(PATHS)).containsExactly(warning);
    assertThat(recorded.malformed(PATHS.size())).isEmpty();
  }

  @Test
  void read_severalWarnings_givesThemInTheirOrder() {
    List<Diagnostic> warnings = new ArrayList<>(diagnostics().toList());
    warnings.add(FULL);

    RecordedWarnings recorded = RecordedWarnings.of(warnings, PATHS);

    assertThat(recorded.read(PATHS)).isEqualTo(warnings);
    assertThat(recorded.malformed(PATHS.size())).isEmpty();
  }

  @Test
  void read_sourcesElsewhere_areAboutTheFilesThere() {
    RecordedWarnings recorded =
        RecordedWarnings.of(List.of(FULL, FULL.withSource(""), FULL.withSource("A.java")), PATHS);

    assertThat(recorded.read(ELSEWHERE))
        .extracting(Diagnostic::source)
        .containsExactly("/tmp/x/Main.java", "", "");
  }

  @Test
  void of_sameFilesInAnotherFolder_givesTheSameText() {
    RecordedWarnings here = RecordedWarnings.of(List.of(FULL), PATHS);
    RecordedWarnings there =
        RecordedWarnings.of(List.of(FULL.withSource("/tmp/x/Main.java")), ELSEWHERE);

    assertThat(there).isEqualTo(here);
  }

  @Test
  void of_warning_isTheTextThatIsSpecified() {
    RecordedWarnings recorded =
        RecordedWarnings.of(
            List.of(
                FULL,
                new Diagnostic(Severity.WARNING, "compiler.warn.x", "no file", "", -1, -1, "", "")),
            PATHS);

    assertThat(recorded.text().toUtf8String())
        .isEqualTo(
            """
            severity WARNING
             code compiler.warn.prob.found.req
             lint unchecked
             source 1
             line 12
             column 34
             message unchecked cast\\u000a  required: List<String>\\u000d\\u000a  found:\\u0009List
            severity WARNING
             code compiler.warn.x
             line -1
             column -1
             message no file
            """);
  }

  @Test
  void read_warningBesideItsLine_givesItWithoutTheLine() {
    RecordedWarnings recorded =
        RecordedWarnings.of(List.of(FULL.withSourceLine("\tlong".repeat(1_000))), PATHS);

    assertThat(recorded.read(PATHS)).containsExactly(FULL);
  }

  @Test
  void of_moreThanARecordHolds_saysHowManyMoreThereWere() {
    Diagnostic warning =
        new Diagnostic(
            Severity.WARNING, "c", "\u4E2D".repeat(10_000), "A.java", 1, 1, "", "rawtypes");

    RecordedWarnings recorded =
        RecordedWarnings.of(Collections.nCopies(1_000, warning), List.of("A.java"));

    List<Diagnostic> read = recorded.read(List.of("A.java"));
    assertThat(recorded.text().size()).isLessThan(4 << 20);
    assertThat(read).hasSize(105);
    assertThat(read.get(104).message()).isEqualTo("and 896 more warnings, not kept");
  }

  @Test
  void of_noWarning_isNone() {
    RecordedWarnings recorded = RecordedWarnings.of(List.of(), PATHS);

    assertThat(recorded).isSameAs(RecordedWarnings.NONE);
    assertThat(recorded.isEmpty()).isTrue();
    assertThat(recorded.read(PATHS)).isEmpty();
    assertThat(recorded.malformed(0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "severity WARNING, severity warning",
    "severity WARNING, 'severity '",
    "severity WARNING, severity",
    "severity WARNING, severity WARNING WARNING",
    "code c, code \\",
    "code c, ' code c'",
    "code c, lint c",
    "lint l, 'lint '",
    "lint l, code l",
    "source 1, source 2",
    "source 1, source -1",
    "source 1, source 01",
    "source 1, source +1",
    "source 1, source x",
    "source 1, 'source '",
    "line 2, line",
    "line 2, 'line '",
    "line 2, line 02",
    "line 2, line 9223372036854775808",
    "column 3, column 3|column 3",
    "message m, message \\n",
    "message m, message \\u0041",
    "message m, message m|more",
    "message m, 'message m|'",
  })
  void malformed_lineThatIsNeverWritten_isTheWarningWithThatLine(String line, String replacement) {
    String sound =
        "severity WARNING\n code c\n lint l\n source 1\n line 2\n column 3\n message m\n";
    String forged = sound.replace(line + "\n", replacement.replace("|", "\n ") + "\n");

    assertMalformed(forged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\u2028", "\t", "\u0000"})
  void malformed_characterThatIsNeverWritten_isTheWarningWithIt(String character) {
    assertMalformed("severity WARNING\n code c\n line 2\n column 3\n message m" + character + "\n");
  }

  private static void assertMalformed(String forged) {
    String sound = RecordedWarnings.of(List.of(FULL), PATHS).text().toUtf8String();
    RecordedWarnings beside = new RecordedWarnings(Bytes.ofUtf8(sound + forged + sound));

    // What does not begin as a warning does belongs to the one before.
    assertThat(beside.malformed(PATHS.size()).get()).endsWith(forged);
    assertThat(beside.read(PATHS)).contains(FULL).hasSizeBetween(1, 3);
  }

  @Test
  void malformed_lineWithoutEnd_isTheWarning() {
    String sound = RecordedWarnings.of(List.of(FULL), PATHS).text().toUtf8String();
    String cutOff = sound.substring(0, sound.length() - 1);

    assertThat(new RecordedWarnings(Bytes.ofUtf8(cutOff)).malformed(PATHS.size()))
        .containsExactly(cutOff);
  }

  @Test
  void malformed_notUtf8_isTheText() {
    byte[] bytes = RecordedWarnings.of(List.of(FULL), PATHS).text().toByteArray();
    bytes[bytes.length - 2] = (byte) 0xff;

    assertThat(new RecordedWarnings(Bytes.of(bytes)).malformed(PATHS.size())).isNotEmpty();
  }

  @Test
  void read_anyBytes_neverThrows() {
    Random random = new Random(42);
    byte[] sound = RecordedWarnings.of(diagnostics().toList(), PATHS).text().toByteArray();
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = sound.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      RecordedWarnings forged = new RecordedWarnings(Bytes.of(bytes));

      List<Diagnostic> read = forged.read(PATHS);

      if (forged.malformed(PATHS.size()).isEmpty()) {
        assertThat(RecordedWarnings.of(read, PATHS)).isEqualTo(forged);
      }
    }
  }
}
