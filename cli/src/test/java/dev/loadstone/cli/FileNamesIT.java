package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * File names that the locale of the process cannot express, started without the script, which takes
 * care of that. The shell makes the names, as this process may not be able to name them either.
 */
@EnabledOnOs(OS.LINUX)
final class FileNamesIT {

  /** The words that start the command, for the shell. */
  private static final String COMMAND = "'" + String.join("' '", PackagedCommand.line()) + "' ";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws Exception {
    new PluginFiles(folder).source("Main.java", "class Main { Gr\u00F6\u00DFe size; }\n");
    shell("C", "echo 'class X {}' >\"$name.java\"; mkdir \"$name\"; cp Main.java \"$name\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C       | run \"$name.java\"                   | the name of the file Gr????e.java has characters",
        "C       | \"$name.java\"                       | the name of the file Gr????e.java has characters",
        "C       | check --class-path \"$name\" A.java  | the name of the file Gr????e has characters",
        "C       | check --each .                       | the name of the file ./Gr????e",
        "C       | check --deps Main.java               | Gr????e.java: cannot be read, because the encoding",
        "C       | check --report \"$name\" Main.java   | the name of the file Gr????e has characters",
        "C.UTF-8 | run \"$(printf 'Gr\\366.java')\"     | has characters that the encoding of file names, UTF-8, does not have",
      })
  void execute_nameThatTheLocaleLacks_saysSoAndWhatHelps(
      String locale, String words, String message) throws Exception {
    Execution execution = shell(locale, COMMAND + words);

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err()).startsWith("loadstone: ").contains(message, "LC_ALL=C.UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"run Main.java", "check --format json Main.java"})
  void execute_workingFolderThatTheLocaleLacks_saysSoAndWhatHelps(String words) throws Exception {
    Execution execution = shell("C", "cd \"$name\" && " + COMMAND + words);

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.err()).contains("the name of the working folder ", "LC_ALL=C.UTF-8");
  }

  private Execution shell(String locale, String command) throws IOException, InterruptedException {
    return Execution.of(
        folder,
        Map.of(),
        List.of(
            "sh",
            "-c",
            "name=$(printf 'Gr\\303\\266\\303\\237e'); export LC_ALL=" + locale + "; " + command));
  }
}
