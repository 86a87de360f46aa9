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
      // Asked for only now: the JDK's logging fails to start in some locales and folders.
      System.getLogger("dev.loadstone").log(Level.WARNING, "the listener failed on " + event, e);
    }
  }
}
