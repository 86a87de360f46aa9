package dev.loadstone.documentation;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The command lines that no test runs, each with its reason. */
enum NotRun {
  BUILD("mvn verify( [\\w.=/-]+)*", "it is the build that runs this test"),
  FORMAT("mvn spotless:apply", "it rewrites the sources that are tested"),
  BUILD_SERVER("bash \\.ci/run", "it runs the build, twice");

  private final Pattern commands;
  private final String reason;

  NotRun(String commands, String reason) {
    this.commands = Pattern.compile(commands);
    this.reason = reason;
  }

  /** Whether a command line, comment aside, is one of these. */
  boolean covers(String command) {
    return commands.matcher(command.replaceFirst("\\s+#.*", "").strip()).matches();
  }

  static boolean anyCovers(String command) {
    return Arrays.stream(values()).anyMatch(each -> each.covers(command));
  }

  @Override
  public String toString() {
    return commands + ": " + reason;
  }
}
