package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextReporterTest {

  private static final String SLY = "\u001B[2J\u202E";
  private static final String SHOWN = "\\u001b[2J\\u202e";

  private final List<Object> lines = new ArrayList<>();
  private final TextReporter reporter =
      new TextReporter(new Output(lines::add), "loadstone", Reporting.Verbosity.VERBOSE);

  @Test
  void anything_withControls_isEscaped() {
    reporter.warnings(List.of(Diagnostic.error("c", SLY, "A.java")));
    reporter.caution(Reporter.Caution.CACHE, SLY);
    reporter.progress("compiled " + SLY + "\nA.java");
    reporter.error(new SourceNotFound(Path.of("/" + SLY), Unreadable.MISSING, null));
    reporter.advice(SLY);
    reporter.usage(SLY, "hint");
    reporter.bug(new IllegalStateException(SLY));

    assertThat(lines)
        .noneMatch(line -> line.toString().contains("\u001B") || line.toString().contains("\u202E"))
        .startsWith(
            "A.java: error: " + SHOWN,
            "loadstone: warning: " + SHOWN,
            "loadstone: compiled " + SHOWN + "\\u000aA.java",
            "loadstone: /"
                + SHOWN
                + ": no such file. Give the path of a Java source file that this process may read.",
            SHOWN,
            "loadstone: " + SHOWN,
            "hint");
  }

  @Test
  void diagnostics_afterWideCharacters_haveTheCaretBelowTheirGlyph() {
    Diagnostic wrong =
        new Diagnostic(
            Severity.ERROR, "c", "wrong", "A.java", 1, 6, "\u4E16\uD83D\uDE00e\u0301x", "");

    reporter.error(new CompilationFailed(List.of(wrong)));
    reporter.warnings(List.of(wrong));

    String shown = "A.java:1: error: wrong\n" + wrong.sourceLine() + "\n     ^";
    assertThat(lines).map(Object::toString).containsExactly(shown, shown);
  }

  @Test
  void error_onlyWarnings_addsTheAdvice() {
    reporter.error(
        new CompilationFailed(
            List.of(
                new Diagnostic(
                    Severity.WARNING, "c", "raw", "A.java", 1, 1, "List x;", "rawtypes"))));

    assertThat(lines)
        .containsExactly(
            "A.java:1: warning: [rawtypes] raw\nList x;\n^",
            "loadstone: refused: 1 warning, and warnings are treated as errors. Correct the source, or except it:"
                + " Warnings.asErrors().except(\"rawtypes\").");
  }

  @Test
  void progress_notVerbose_isNotTold() {
    new TextReporter(new Output(lines::add), "loadstone", Reporting.Verbosity.NORMAL)
        .progress("compiled");

    assertThat(lines).isEmpty();
  }
}
