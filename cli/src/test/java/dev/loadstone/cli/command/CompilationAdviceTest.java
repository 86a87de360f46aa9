package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.CapturedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompilationAdviceTest {

  @TempDir Path folder;

  private String source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void check_warnings_namesTheOptionsThatLetThemPass() throws Exception {
    String file = source("Raw.java", "class Raw { java.util.List list; }");

    assertThat(CapturedRun.of("check", file).err().strip())
        .endsWith(
            "'loadstone check --warnings report' lets all warnings pass, '--except rawtypes' only these.");
  }

  @Test
  void check_warningWithoutALintKey_namesTheCodeThatExceptsIt() throws Exception {
    String file =
        source(
            "Format.java",
            "class Format { java.util.List list; static String s = String.format(\"%s\", null); }");
    String keys = "compiler.warn.inexact.non-varargs.call,rawtypes";

    assertThat(CapturedRun.of("check", file).err().strip())
        .contains(
            "2 warnings, and warnings are treated as errors. Correct the source, or except them:"
                + " Warnings.asErrors().except(\"compiler.warn.inexact.non-varargs.call\", \"rawtypes\").")
        .endsWith("'--except " + keys + "' only these.");
    assertThat(CapturedRun.of("check", "--except", keys, file).err()).isEmpty();
  }

  @Test
  void file_warnings_namesTheCommandThatTakesOptions() throws Exception {
    String file = source("Raw.java", "class Raw { java.util.List list; }");

    assertThat(CapturedRun.of(file).err()).contains("'loadstone run --warnings report'");
  }

  @Test
  void check_warningsBesideAnError_namesNoOption() throws Exception {
    String file = source("Raw.java", "class Raw { java.util.List list; int i = null; }");

    assertThat(CapturedRun.of("check", file).err()).doesNotContain("--warnings");
  }

  @Test
  void check_json_isDiagnosticsOnly() throws Exception {
    String file = source("Raw.java", "class Raw { java.util.List list; }");

    assertThat(CapturedRun.of("check", "--format", "json", file).err().strip()).endsWith("]");
  }
}
