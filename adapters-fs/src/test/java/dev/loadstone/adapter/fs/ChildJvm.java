package dev.loadstone.adapter.fs;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A second JVM on the tests' class path, killed at the end of a test. */
final class ChildJvm implements AutoCloseable {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  static final int NOBODY = 65534;

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

  /**
   * Starts one as a user who is nobody, of a group, which only root may do. The class path's files
   * must be such as nobody can read.
   */
  static ChildJvm startAsNobody(int group, List<Path> classPath, Class<?> main, String... arguments)
      throws IOException {
    List<String> asNobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + group, "--clear-groups");
    String joined =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    // A user's name is a mere word.
    return start(asNobody, List.of("-cp", joined, "-Duser.name=root"), main, arguments);
  }

  private static ChildJvm start(
      List<String> before, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(JAVA);
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options); // The last class path counts.
    command.add(main.getName());
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

  long pid() {
    return process.pid();
  }

  /** Writes a line to its input. */
  void say(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
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
