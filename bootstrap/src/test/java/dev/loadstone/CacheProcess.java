package dev.loadstone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process that uses a cache: {@link LoadFromCache}, told what to do. */
final class CacheProcess implements AutoCloseable {

  private static final List<String> CHEAP =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m");

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  private CacheProcess(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static CacheProcess start(String... options) throws IOException {
    return start(
        List.of(),
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.class.path"),
        options);
  }

  /**
   * Starts one.
   *
   * @param launcher a command that starts another one, such as one that changes the user; or empty
   * @param jdk the JDK
   * @param classPath its class path
   * @param options more for the JVM
   */
  static CacheProcess start(List<String> launcher, Path jdk, String classPath, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(CHEAP);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, LoadFromCache.class.getName()));
    return new CacheProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Tells it what to do, and does not wait. */
  void tell(Object... words) throws IOException {
    StringBuilder line = new StringBuilder();
    for (Object word : words) {
      line.append(line.isEmpty() ? "" : "\t").append(word);
    }
    commands.append(line).append('\n').flush();
  }

  /** Waits for an answer. */
  String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process " + process + " has ended");
    }
    return line;
  }

  String ask(Object... words) throws IOException {
    tell(words);
    return answer();
  }

  long pid() {
    return process.pid();
  }

  /** Kills it, so that nothing of it runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end by itself; kills one that does not. */
  @Override
  public void close() {
    try (commands) {
      commands.flush();
    } catch (IOException e) {
      process.destroyForcibly(); // It has ended before, or was killed.
    }
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
