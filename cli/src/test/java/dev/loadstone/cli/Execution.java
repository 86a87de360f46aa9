package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process did.
 *
 * @param exitCode the number that it ended with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Execution(int exitCode, String out, String err) {

  private static final long SECONDS = 120;

  /**
   * Starts a process with nothing on its standard input, and waits for it. Unless the environment
   * says otherwise, it is one of a user whose caches are empty.
   */
  public static Execution of(Path folder, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    return new Running(folder, environment, words, "").await();
  }

  /** A process that runs. Its output goes to files, so it never waits for a reader. */
  static final class Running {

    private final Path out;
    private final Path err;
    private final TemporaryFolder caches = TemporaryFolder.make();
    private final Process process;

    Running(Path folder, Map<String, String> environment, List<String> words, String input)
        throws IOException {
      Path in = Files.writeString(Files.createTempFile("in", ".txt"), input, UTF_8);
      out = Files.createTempFile("out", ".txt");
      err = Files.createTempFile("err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("XDG_CACHE_HOME", caches.path().toString());
      builder.environment().put("LOCALAPPDATA", caches.path().toString());
      builder.environment().putAll(environment);
      process = builder.start();
    }

    Process process() {
      return process;
    }

    Execution await() throws IOException, InterruptedException {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("no end after " + SECONDS + " s: " + Files.readString(err, UTF_8));
      }
      caches.close();
      return new Execution(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
  }
}
