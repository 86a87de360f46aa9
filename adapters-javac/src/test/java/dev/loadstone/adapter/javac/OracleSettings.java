package dev.loadstone.adapter.javac;

import java.nio.file.Path;

/** How much is compared: by default what a build has time for. */
final class OracleSettings {

  private static final String PREFIX = "loadstone.oracle.";

  private OracleSettings() {}

  /** Returns the folder with the libraries, which also takes the reports. */
  static Path folder() {
    return Path.of(value("folder"));
  }

  /** Returns how many sources of each library each way of compiling is given. */
  static int sources() {
    return Integer.parseInt(value("sources"));
  }

  /** Returns how many mutants of each library's sources there are. */
  static int mutants() {
    return Integer.parseInt(value("mutants"));
  }

  /** Returns what the random numbers begin with. */
  static long seed() {
    return Long.parseLong(value("seed"));
  }

  private static String value(String name) {
    String value = System.getProperty(PREFIX + name);
    if (value == null) {
      throw new IllegalStateException(
          "this test needs the libraries that Maven copies: set "
              + PREFIX
              + name
              + " as the POM of this module does");
    }
    return value;
  }
}
