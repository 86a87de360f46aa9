package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user who makes a folder for plugins and does as he is told. */
@DisabledOnOs(OS.WINDOWS)
final class InitIT {

  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir Path folder;

  @Test
  void init_folder_printsCommandsThatWorkAsTheyStand() throws Exception {
    assertPrintedCommandsWork("a b/it's");
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(strings = {"rules", "-x", "."})
  void init_otherFolder_printsCommandsThatWorkAsTheyStand(String name) throws Exception {
    assertPrintedCommandsWork(name);
  }

  private void assertPrintedCommandsWork(String name) throws Exception {
    Path command = writeCommand();
    Path work = Files.createDirectory(folder.resolve("work"));

    Execution init = Execution.of(work, Map.of(), List.of(command.toString(), "init", "--", name));
    List<String> next =
        init.out().lines().map(String::strip).filter(line -> line.startsWith("'")).toList();

    assertThat(init.exitCode()).isZero();
    assertThat(init.err()).isEmpty();
    assertThat(next).hasSize(2);
    assertThat(inShell(work, next.get(0))).isEqualTo(new Execution(0, "", ""));
    assertThat(inShell(work, next.get(1)))
        .isEqualTo(new Execution(0, "Hello, world!" + System.lineSeparator(), ""));
  }

  @Tag("thorough")
  @Test
  void init_project_compilesByMaven() throws Exception {
    assumeThat(System.getenv("PATH").split(File.pathSeparator))
        .as("Maven is not installed")
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "mvn")));
    Execution.of(folder, Map.of(), List.of(writeCommand().toString(), "init", "rules"));

    // The phase needs plugins of which nobody knows whether they are on this machine.
    Execution maven =
        inShell(folder, "JAVA_HOME='" + JAVA_HOME + "' mvn -o -B -q -f rules compiler:compile");

    assertThat(maven.exitCode()).as(maven.out() + maven.err()).isZero();
    assertThat(folder.resolve("rules/target/classes/Hello.class")).exists();
  }

  /** Its name has a blank, so that what is printed has to be quoted. */
  private Path writeCommand() throws Exception {
    Path command = folder.resolve("my loadstone");
    List<String> line = PackagedCommand.line(List.of("-Dloadstone.command=" + command));
    Files.writeString(command, "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(String.join("' '", line)));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return command;
  }

  private static Execution inShell(Path work, String line) throws Exception {
    return Execution.of(work, Map.of(), List.of("/bin/sh", "-c", line));
  }
}
