package dev.loadstone;

import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.event.Event;
import io.vavr.control.Try;
import java.util.function.Consumer;

/** Tells the listener of the errors that calls end in. */
final class Failures {

  private final Consumer<Event> events;

  Failures(Consumer<Event> events) {
    this.events = events;
  }

  /**
   * Tells of the error where there is one, and hands the outcome on. The error may be what several
   * calls end in, so each has its own copy; its stack trace is for the call to fill in.
   */
  <T> Try<T> told(Try<T> outcome) {
    if (outcome.isFailure() && outcome.getCause() instanceof PluginException error) {
      PluginException copy = error.withStackTrace();
      events.accept(new Event.Failed(copy));
      return Try.failure(copy);
    }
    return outcome;
  }
}
