package dev.loadstone.internal.scheduling;

import dev.loadstone.domain.error.PluginException;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a caller called the library: that is what the stack trace of an error shows the caller,
 * instead of the thread of ours that found it.
 */
public final class CallSite {

  private static final String FACADE =
      CallSite.class.getName().replace("internal.scheduling.CallSite", "");

  /** The classes that callers call, by names that survive a relocation. */
  private static final Set<String> ENTRANCES =
      Stream.of("Loadstone", "DefaultPlugin", "DefaultPluginCache", "DefaultPluginLoader")
          .map(name -> FACADE + name)
          .collect(Collectors.toUnmodifiableSet());

  /** Frames are made of it only for a call that fails. */
  private final Throwable here = new Throwable();

  private CallSite() {}

  /** Takes note of the calling thread's stack. */
  static CallSite here() {
    return new CallSite();
  }

  /** {@return a failure with a copy of an error of ours that shows where the caller is} */
  public static <T> Try<T> shownHere(Throwable cause) {
    return Try.failure(
        cause instanceof PluginException error ? here().shown(error.withStackTrace()) : cause);
  }

  private PluginException shown(PluginException error) {
    error.setStackTrace(callersFrames());
    return error;
  }

  /** Gives the caller's frames to the error of an outcome, an object that is nobody else's. */
  <T> Try<T> shownIn(Try<T> outcome) {
    return outcome.onFailure(PluginException.class, this::shown);
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
