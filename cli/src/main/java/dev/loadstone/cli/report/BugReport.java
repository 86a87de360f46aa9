package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.PrintableText;

/** Says how to report a bug of ours. */
final class BugReport {

  private BugReport() {}

  static PrintableText message(Throwable thrown) {
    return PrintableText.of(
        "internal error: %s\n"
            + "This is a bug of Loadstone, not of your plugin. Please report it to the project with this text, the"
            + " command line,\nthe output of 'loadstone doctor', and the stack trace that the option -v adds.",
        thrown);
  }
}
