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

  /** The throwable may be a host's own, which can throw, or go on for ever, when it is asked. */
  private static String stackTrace(Throwable cause) {
    BoundedWriter text = new BoundedWriter();
    try {
      cause.printStackTrace(new PrintWriter(text));
    } catch (Throwable overridden) {
      return text.toString().isEmpty() ? cause.getClass().getName() : text.toString();
    }
    return text.toString();
  }

  /** Ends whoever writes too much. */
  private static final class BoundedWriter extends StringWriter {

    private static final int MAX_LENGTH = 1 << 16;

    @Override
    public void write(String text, int offset, int length) {
      if (getBuffer().length() + length > MAX_LENGTH) {
        throw new IllegalStateException("too long");
      }
      super.write(text, offset, length);
    }
  }
}
