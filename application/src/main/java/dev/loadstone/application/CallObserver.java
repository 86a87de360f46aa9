package dev.loadstone.application;

import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.event.Event;
import io.vavr.control.Try;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Whoever is told of what happens in a call: the listener, of each event, and the recorder of
 * steps.
 *
 * @param events the listener; it must not throw
 * @param steps the recorder
 */
public record CallObserver(Consumer<Event> events, StepRecorder steps) {

  public CallObserver {
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(steps, "steps");
  }

  /** {@return an observer that records no steps} */
  public static CallObserver of(Consumer<Event> events) {
    return new CallObserver(events, StepRecorder.NONE);
  }

  void tell(Event event) {
    events.accept(event);
  }

  <T> Try<T> record(Step step, String plugin, Supplier<Try<T>> work) {
    Running running = steps.begin(step, plugin);
    Try<T> outcome = work.get();
    running.end(outcome);
    return outcome;
  }
}
