package dev.loadstone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command's JAR, run at the least cost: without the optimising compiler, and with the archive
 * of classes that the POM makes.
 */
final class PackagedCommand {

  private static final Path TARGET =
      Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath();

  static final Path JAR = TARGET.resolve("loadstone.jar");

  private static final List<String> CHEAP_JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:SharedArchiveFile=" + TARGET.resolve("loadstone-tests.jsa"));

  private PackagedCommand() {}

  /** Returns the words that start it. */
  static List<String> line(String... words) {
    return line(List.of(), words);
  }

  /** Returns the words that start it, with more options for the JVM. */
  static List<String> line(List<String> jvmOptions, String... words) {
    List<String> line = new ArrayList<>(CHEAP_JAVA);
    line.addAll(jvmOptions);
    line.addAll(List.of("-jar", JAR.toString()));
    line.addAll(List.of(words));
    return line;
  }
}
