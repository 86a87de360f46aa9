package dev.loadstone.domain.error;

import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Finds the code of plugins in stack traces, by the names of the class loaders that define them.
 */
public final class PluginFrames {

  private static final String PREFIX = "loadstone:";

  /** A throwable may make another cause each time that it is asked. */
  private static final int MOST_CAUSES = 100;

  private PluginFrames() {}

  /**
   * Returns the name of the class loader that defines a plugin's classes.
   *
   * @param mainClass the binary name of the plugin's main class
   * @return the name, which {@link StackTraceElement#getClassLoaderName()} gives
   */
  public static String loaderName(String mainClass) {
    return PREFIX + mainClass;
  }

  /**
   * Returns whether a plugin's code ran in a frame.
   *
   * @param frame a frame of a stack trace
   * @return whether a plugin's class loader defined its class
   */
  public static boolean isOfPlugin(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return loader != null
        && loader.startsWith(PREFIX)
        // The library's other loaders are not named like a class.
        && JavaNames.isPackageName(loader.substring(PREFIX.length()));
  }

  /**
   * Returns where a plugin failed: its first frame in what was thrown, otherwise in the causes of
   * that. Runs methods of the throwable, which may throw anything.
   */
  static Option<String> firstPlace(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable each = thrown;
        each != null && seen.size() < MOST_CAUSES && seen.add(each);
        each = each.getCause()) {
      for (StackTraceElement frame : each.getStackTrace()) {
        if (isOfPlugin(frame)) {
          return Option.some(place(frame));
        }
      }
    }
    return Option.none();
  }

  private static String place(StackTraceElement frame) {
    return frame.getFileName() == null || frame.getLineNumber() < 0
        ? frame.getClassName() + "." + frame.getMethodName()
        : frame.getFileName() + ":" + frame.getLineNumber();
  }
}
