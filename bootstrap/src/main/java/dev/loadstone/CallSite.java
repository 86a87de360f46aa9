package dev.loadstone;

import dev.loadstone.domain.error.PluginException;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.Set;

/**
 * Where a caller called the library: that is what the stack trace of an error shows the caller,
 * instead of the thread of ours that found it.
 */
final class CallSite {

  /** The classes that callers call, by names that survive a relocation. */
  private static final Set<String> ENTRANCES =
      Set.of(
          Loadstone.class.getName(),
          ScheduledPluginLoader.class.getName(),
          ScheduledPluginCache.class.getName(),
          RunnablePlugin.class.getName());

  /** Frames are made of it only for a call that fails. */
  private final Throwable here = new Throwable();

  private CallSite() {}

  /** Takes note of the calling thread's stack. */
  static CallSite here() {
    return new CallSite();
  }

  /** Gives the caller's frames to the error of an outcome, an object that is nobody else's. */
  <T> Try<T> shownIn(Try<T> outcome) {
    if (outcome.isFailure() && outcome.getCause() instanceof PluginException error) {
      error.setStackTrace(callersFrames());
    }
    return outcome;
  }

  private StackTraceElement[] callersFrames() {
    StackTraceElement[] all = here.getStackTrace();
    int callers = 0;
    while (callers < all.length && !isEntrance(all[callers])) {
      callers++;
    }
    while (callers < all.length && isEntrance(all[callers])) {
      callers++;
    }
    return callers == all.length ? all : Arrays.copyOfRange(all, callers, all.length);
  }

  private static boolean isEntrance(StackTraceElement frame) {
    return ENTRANCES.contains(frame.getClassName());
  }
}
