package dev.loadstone.adapter.fs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second JVM on the tests' class path, killed at the end of a test. */
final class ChildJvm implements AutoCloseable {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), List.of(), main, arguments);
  }

  /** Starts one after commands of a shell, such as {@code umask 077}. */
  static ChildJvm startAfter(String shellCommand, Class<?> main, String... arguments)
      throws IOException {
    List<String> shell = List.of("sh", "-c", shellCommand + " && exec \"$0\" \"$@\"");
    return start(shell, List.of(), main, arguments);
  }

  static ChildJvm startWith(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return start(List.of(), options, main, arguments);
  }

  private static ChildJvm start(
      List<String> before, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(JAVA);
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Returns the next line of its output, null at the end. */
  String line() throws IOException {
    return output.readLine();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process does not end");
    }
    return process.exitValue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
