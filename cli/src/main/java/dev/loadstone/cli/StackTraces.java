package dev.loadstone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Cuts stack traces of a plugin where its code begins, so that they read as if {@code java} had
 * started it.
 */
final class StackTraces {

  private static final String OUR_LOADER = "app";

  /** How the names of the loaders of plugins begin. */
  private static final String PLUGIN_LOADER = "loadstone:";

  private StackTraces() {}

  /**
   * Removes our frames, and the JDK's between ours and the plugin's, from a throwable and all that
   * it carries.
   */
  static Throwable withoutOurFrames(Throwable thrown) {
    try {
      trim(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    } catch (RuntimeException overridden) {
      // A plugin's own Throwable may do anything in its accessors. Then it is shown as it is.
      return thrown;
    }
    return thrown;
  }

  /** Returns the stack trace as the JVM prints it, without a line separator at its end. */
  static String text(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().strip();
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
