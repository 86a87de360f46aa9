package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A host in a process of its own. */
final class HostProcess {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private HostProcess() {}

  static Path ownJdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /** Finds a JDK of a release, this process's own if it is one; without one the test is skipped. */
  static Path jdk(int release) throws IOException {
    if (Runtime.version().feature() == release) {
      return ownJdk();
    }
    assumeThat(INSTALLED).isDirectory();
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      List<Path> found = homes.filter(home -> isJdk(home, release)).sorted().limit(1).toList();
      assumeThat(found).as("a JDK " + release).isNotEmpty();
      return found.get(0);
    }
  }

  private static boolean isJdk(Path home, int release) {
    try {
      return Files.isExecutable(home.resolve("bin/javac"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + release + ".");
    } catch (IOException e) {
      return false; // A folder without a release file is not a JDK.
    }
  }

  /** Returns the names of the modules that a runtime has. */
  static List<String> modules(Path jdk) throws IOException, InterruptedException {
    return run(jdk, List.of("--list-modules")).stream()
        .map(line -> line.replaceFirst("@.*", ""))
        .toList();
  }

  /** Runs one to its end, and returns the lines that it printed. */
  static List<String> run(Path jdk, List<?> words) throws IOException, InterruptedException {
    return run(jdk, words, 0);
  }

  /** Runs one that cannot start, and returns the lines that it printed. */
  static List<String> fail(Path jdk, List<?> words) throws IOException, InterruptedException {
    return run(jdk, words, 1);
  }

  private static List<String> run(Path jdk, List<?> words, int exit)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.forEach(word -> command.add(word.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as("%s", lines).isEqualTo(exit);
    return lines;
  }
}
