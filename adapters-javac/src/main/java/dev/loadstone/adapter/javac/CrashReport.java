package dev.loadstone.adapter.javac;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What javac said when it crashed: the beginning, as a stack overflow repeats itself a thousand
 * times.
 */
final class CrashReport {

  private static final int LINES = 40;

  private CrashReport() {}

  static String text(String said, @Nullable Throwable cause) {
    String whole = said.isBlank() && cause != null ? stackTrace(cause) : said;
    long lines = whole.lines().count();
    String head = whole.lines().limit(LINES).collect(Collectors.joining("\n"));
    return lines > LINES ? head + "\n(" + (lines - LINES) + " more lines)" : head;
  }

  private static String stackTrace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
