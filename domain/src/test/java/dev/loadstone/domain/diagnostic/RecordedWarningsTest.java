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
            "WARNING\tcompiler.warn.prob.found.req\tunchecked\t1\t12\t34\t"
                + "unchecked cast\\u000a  required: List<String>\\u000d\\u000a  found:\\u0009List\n"
                + "WARNING\tcompiler.warn.x\t\t\t-1\t-1\tno file\n");
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
  @ValueSource(
      strings = {
        "",
        "text",
        "WARNING\tc\t\t\t1\t1\tm\tmore",
        "WARNING\tc\t\t\t1\t1",
        "warning\tc\t\t\t1\t1\tm",
        "\tc\t\t\t1\t1\tm",
        "WARNING\tc\t\t2\t1\t1\tm",
        "WARNING\tc\t\t-1\t1\t1\tm",
        "WARNING\tc\t\t00\t1\t1\tm",
        "WARNING\tc\t\t+1\t1\t1\tm",
        "WARNING\tc\t\tx\t1\t1\tm",
        "WARNING\tc\t\t\t\t1\tm",
        "WARNING\tc\t\t\t01\t1\tm",
        "WARNING\tc\t\t\t1\t9223372036854775808\tm",
        "WARNING\tc\t\t\t1\t1\t\\n",
        "WARNING\tc\t\t\t1\t1\t\\u0041",
        "WARNING\tc\t\t\t1\t1\tm\r",
        "WARNING\tc\t\t\t1\t1\tm\u2028",
        "WARNING\t\\\t\t\t1\t1\tm",
      })
  void malformed_lineThatIsNeverWritten_isThatLine(String line) {
    String sound = RecordedWarnings.of(List.of(FULL), PATHS).text().toUtf8String();
    RecordedWarnings forged = new RecordedWarnings(Bytes.ofUtf8(sound + line + "\n" + sound));

    assertThat(forged.malformed(PATHS.size())).containsExactly(line);
    assertThat(forged.read(PATHS)).contains(FULL).hasSizeBetween(2, 3);
  }

  @Test
  void malformed_lineWithoutEnd_isTheText() {
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
