package dev.loadstone.cli;

/** Says how to report a bug of ours. */
final class BugReport {

  private BugReport() {}

  static String message(Throwable thrown) {
    return "internal error: "
        + thrown
        + "\nThis is a bug of Loadstone, not of your plugin. Please report it to the project with this text, the"
        + " command line,\nthe output of 'loadstone doctor', and the stack trace that the option -v adds.";
  }
}
