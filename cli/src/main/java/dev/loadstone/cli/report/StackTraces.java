package dev.loadstone.cli.report;

import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Cuts stack traces of a plugin where its code begins, so that they read as if {@code java} had
 * started it.
 */
final class StackTraces {

  private static final String OUR_LOADER = "app";

  /** How the names of the loaders of plugins begin. */
  private static final String PLUGIN_LOADER = "loadstone:";

  private static final int PATIENCE_SECONDS = 2;

  private StackTraces() {}

  /**
   * Removes our frames, and the JDK's between ours and the plugin's, from a throwable and all that
   * it carries.
   */
  static Throwable withoutOurFrames(Throwable thrown) {
    try {
      trim(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    } catch (Throwable overridden) {
      // A plugin's own Throwable may do anything in its accessors. Then it is shown as it is.
      return thrown;
    }
    return thrown;
  }

  /** Returns the stack trace as the JVM prints it, without a line separator at its end. */
  @SuppressWarnings("EmptyCatch")
  static String text(Throwable thrown) {
    BoundedWriter text = new BoundedWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text, true));
    } catch (TooLong cut) {
      // What is there is enough.
    }
    return text.toString().strip();
  }

  /**
   * Returns the text of what a plugin threw, without our frames. Its methods may be the plugin's
   * own code: they run on a thread that may be lost.
   *
   * @return the name of its class where they throw, or do not return soon
   */
  static String pluginText(Throwable thrown) {
    FutureTask<String> asking = new FutureTask<>(() -> text(withoutOurFrames(thrown)));
    Thread thread = new Thread(asking, "loadstone-stack-trace");
    thread.setDaemon(true);
    thread.start();
    try {
      return asking.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException noAnswer) {
      return thrown.getClass().getName();
    }
  }

  /** Keeps the beginning of what is written, and ends whoever goes on for ever. */
  private static final class BoundedWriter extends StringWriter {

    private static final int MAX_LENGTH = 1 << 18;

    @Override
    public void write(String text, int offset, int length) {
      int left = MAX_LENGTH - getBuffer().length();
      super.write(text, offset, Math.min(length, left));
      if (length > left) {
        throw new TooLong();
      }
    }
  }

  /** Ends the printing of a stack trace. */
  private static final class TooLong extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;
  }

  private static void trim(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    thrown.setStackTrace(Arrays.copyOf(frames, pluginFrames(frames)));
    Throwable cause = thrown.getCause();
    if (cause != null) {
      trim(cause, seen);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      trim(suppressed, seen);
    }
  }

  private static int pluginFrames(StackTraceElement[] frames) {
    int end = lastOfPlugin(frames) + 1;
    while (end < frames.length && !isOurs(frames[end])) {
      end++;
    }
    if (end == frames.length) {
      return end;
    }
    while (end > 0 && isReflection(frames[end - 1])) {
      end--;
    }
    return end;
  }

  /** A plugin may have called the host, whose loader is ours where the library is embedded. */
  private static int lastOfPlugin(StackTraceElement[] frames) {
    int last = frames.length - 1;
    while (last >= 0 && !isPlugin(frames[last])) {
      last--;
    }
    return last;
  }

  private static boolean isPlugin(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return loader != null && loader.startsWith(PLUGIN_LOADER);
  }

  /** Modules of the JDK, such as the compiler's, have the same loader. */
  private static boolean isOurs(StackTraceElement frame) {
    return OUR_LOADER.equals(frame.getClassLoaderName()) && frame.getModuleName() == null;
  }

  private static boolean isReflection(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("java.lang.reflect.")
        || name.startsWith("jdk.internal.")
        || name.startsWith("java.lang.invoke.")
        || name.equals("java.lang.Class")
        || name.equals("sun.misc.Unsafe");
  }
}
