package dev.loadstone.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What an example did in a process of its own, started in the repository's root.
 *
 * @param exitCode the number that it ended with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int exitCode, String out, String err) {

  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final long SECONDS = 120;

  /** Runs an example with nothing on its standard input. */
  static Run of(Class<?> example, String... arguments) throws IOException, InterruptedException {
    return withInput("", example, arguments);
  }

  static Run withInput(String input, Class<?> example, String... arguments)
      throws IOException, InterruptedException {
    Path in = Files.writeString(Files.createTempFile("in", ".txt"), input, UTF_8);
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    Process process =
        process(example, arguments)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("no end after " + SECONDS + " s: " + Files.readString(err, UTF_8));
    }
    Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    for (Path file : List.of(in, out, err)) {
      Files.delete(file);
    }
    return run;
  }

  /** A process that is not started yet, quick to start rather than quick in the long run. */
  static ProcessBuilder process(Class<?> example, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                example.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).directory(REPOSITORY.toFile());
  }
}
