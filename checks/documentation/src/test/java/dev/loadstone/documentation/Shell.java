package dev.loadstone.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs command lines in a workspace, where {@code ./loadstone} is the command as it is packaged.
 */
final class Shell {

  private static final Path JAR = Repository.root().resolve("cli/target/loadstone.jar");
  private static final Path ARCHIVE = JAR.resolveSibling("loadstone-tests.jsa");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final long SECONDS = 120;

  private final Workspace workspace;
  private final Path output;

  /**
   * Begins a session.
   *
   * @param workspace where commands run
   * @param temporary where their output may be kept
   */
  Shell(Workspace workspace, Path temporary) throws IOException {
    this.workspace = workspace;
    this.output = Files.createTempFile(temporary, "output", ".txt");
    Path command =
        workspace.write(
            "loadstone",
            """
            #!/bin/sh
            exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:SharedArchiveFile='%s' -jar '%s' "$@"
            """
                .formatted(JAVA, ARCHIVE, JAR));
    if (!command.toFile().setExecutable(true)) {
      throw new IOException(command + " cannot be made executable");
    }
  }

  /**
   * What a command did.
   *
   * @param exitCode the number that it ended with
   * @param output what it wrote to standard output and error, as a terminal shows it
   */
  record Result(int exitCode, String output) {}

  Result run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", command)
            .directory(workspace.folder().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME",
                workspace.folder().resolve("home").toString(),
                // The JDK asks the system for the home folder, and would find the developer's.
                "XDG_CACHE_HOME",
                workspace.folder().resolve("home/.cache").toString(),
                "PATH",
                String.join(
                    File.pathSeparator,
                    workspace.folder().toString(),
                    JAVA.getParent().toString(),
                    System.getenv("PATH"))));
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError(
          command + ": no end after " + SECONDS + " s: " + Files.readString(output, UTF_8));
    }
    return new Result(process.exitValue(), Files.readString(output, UTF_8));
  }
}
