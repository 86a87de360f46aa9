package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.PluginException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How failures of assertions name things, and when a file is the one that is meant. */
final class Wording {

  private Wording() {}

  /** The whole message of a library's error; else the exception's own words. */
  static String of(Throwable failure) {
    return failure instanceof PluginException
        ? failure.getClass().getSimpleName() + ":\n" + failure.getMessage()
        : "what is no error of the library:\n" + failure;
  }

  static String of(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  static String codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(each -> "  " + each.code() + place(each))
        .collect(Collectors.joining("\n"));
  }

  private static String place(Diagnostic diagnostic) {
    String line = diagnostic.line() == Diagnostic.NO_POSITION ? "" : ":" + diagnostic.line();
    return diagnostic.source().isEmpty() ? "" : " at " + diagnostic.source() + line;
  }

  /** Whether a line names a file as a whole: another one's name may end or begin like it. */
  static boolean namesFile(String line, String wanted) {
    return Pattern.compile("(?<![^/ (])" + Pattern.quote(slashed(wanted)) + "(?![^:,) ])")
        .matcher(slashed(line))
        .find();
  }

  /** Files are given with whatever folders, so the end of a path will do. */
  static boolean isFile(String given, String wanted) {
    return isEnd(slashed(wanted), slashed(given));
  }

  /** Whether two paths may be of one file, of which either is given with fewer folders. */
  static boolean mayBeFile(String given, String wanted) {
    return isFile(given, wanted) || isFile(wanted, given);
  }

  private static boolean isEnd(String end, String path) {
    return path.equals(end) || path.endsWith("/" + end);
  }

  private static String slashed(String path) {
    return path.replace('\\', '/');
  }
}
