package dev.loadstone;

import dev.loadstone.domain.event.Event;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Keeps a listener that throws from failing the work that it is told of: what it throws is logged.
 */
final class SafeListener implements Consumer<Event> {

  private final Consumer<? super Event> listener;

  SafeListener(Consumer<? super Event> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(Event event) {
    try {
      listener.accept(event);
    } catch (Throwable e) {
      log(event, e);
    }
  }

  private static void log(Event event, Throwable thrown) {
    try {
      // Asked for only now: the JDK's logging fails to start in some locales and folders.
      System.getLogger("dev.loadstone")
          .log(Level.WARNING, "the listener failed on " + event, thrown);
    } catch (Throwable noLogging) {
      logWithoutLogger(event, thrown);
    }
  }

  /**
   * Where logging fails, on a stack that is nearly full, or for a throwable that throws again when
   * it is asked for its message.
   */
  private static void logWithoutLogger(Event event, Throwable thrown) {
    try {
      System.err.println(
          "the listener failed on " + event.getClass().getName() + ": " + thrown.getClass());
    } catch (Throwable nowhereToSayIt) {
      // The work must not fail for that.
    }
  }
}
