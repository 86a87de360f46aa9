package dev.loadstone.adapter.javac;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * The lint key of a diagnostic. No method gives it: it is only in the text of {@code toString},
 * between the word for the severity and the message, as in {@code A.java:1: warning: [rawtypes]
 * found raw type}.
 */
final class LintKey {

  private static final Pattern AT_END = Pattern.compile("\\[([\\w-]+)] *$");

  private LintKey() {}

  /** Returns the key, empty where there is none. */
  static String of(Diagnostic<?> diagnostic) {
    // toString speaks the default locale's language, so the message to be cut off must, too.
    String message = firstLine(diagnostic.getMessage(Locale.getDefault()));
    String text = firstLine(diagnostic.toString());
    String prefix =
        text.endsWith(message) ? text.substring(0, text.length() - message.length()) : "";
    Matcher key = AT_END.matcher(prefix);
    return key.find() ? key.group(1) : "";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
