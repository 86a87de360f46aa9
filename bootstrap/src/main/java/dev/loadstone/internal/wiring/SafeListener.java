package dev.loadstone.internal.wiring;

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
      System.getLogger(LoggingListener.LOGGER)
          .log(Level.WARNING, "the listener failed on " + event, thrown);
    } catch (Throwable notLoggable) {
      logWithoutAsking(event, thrown);
    }
  }

  /** Logs what throws again when it is asked for its message, or its stack trace. */
  private static void logWithoutAsking(Event event, Throwable thrown) {
    try {
      System.getLogger(LoggingListener.LOGGER)
          .log(Level.WARNING, "the listener failed on " + event + ": " + thrown.getClass());
    } catch (Throwable noLogging) {
      // There is no place left to say it, and the work must not fail for that.
    }
  }
}
