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

  /** Tells of the error where there is one, and hands the outcome on. */
  <T> Try<T> told(Try<T> outcome) {
    return outcome.onFailure(
        failure -> {
          if (failure instanceof PluginException error) {
            events.accept(new Event.Failed(error));
          }
        });
  }
}
