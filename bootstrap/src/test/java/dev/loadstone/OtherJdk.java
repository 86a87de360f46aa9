package dev.loadstone;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another JDK of this machine, for the other release that the library is tested on. */
final class OtherJdk {

  private OtherJdk() {}

  /** Finds it; where there is none, the test is skipped. */
  static Path home() throws IOException {
    String release = Runtime.version().feature() == 17 ? "25" : "17";
    Path installed = Path.of("/usr/lib/jvm");
    assumeThat(installed).isDirectory();
    try (Stream<Path> homes = Files.list(installed)) {
      List<Path> found = homes.filter(home -> isJdk(home, release)).sorted().limit(1).toList();
      assumeThat(found).as("a JDK " + release).isNotEmpty();
      return found.get(0);
    }
  }

  private static boolean isJdk(Path home, String release) {
    try {
      return Files.isExecutable(home.resolve("bin/javac"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + release + ".");
    } catch (IOException e) {
      return false; // A folder without a release file is no JDK.
    }
  }
}
