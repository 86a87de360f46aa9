package dev.loadstone.testkit;

import dev.loadstone.domain.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A listener that remembers what it is told: {@code
 * Loadstone.builder().listener(recordedEvents).build()}.
 *
 * <p>An event arrives before the future of its call completes, so a test that has its outcome has
 * the events too. Like every listener that keeps an {@link Event.Failed}, it keeps the classes of a
 * plugin that threw something of its own, until it forgets. Safe for use by many threads.
 */
public final class RecordedEvents implements Consumer<Event> {

  private final List<Event> events = new CopyOnWriteArrayList<>();

  /** Makes a listener that has been told nothing yet. */
  public RecordedEvents() {}

  @Override
  public void accept(Event event) {
    events.add(Objects.requireNonNull(event, "event"));
  }

  /**
   * Returns all that it was told so far.
   *
   * @return the events, in the order in which they arrived
   */
  public List<Event> all() {
    return List.copyOf(events);
  }

  /**
   * Returns what it was told so far of one type.
   *
   * @param type the type of event
   * @param <E> the type of event
   * @return the events of that type, in the order in which they arrived
   */
  public <E extends Event> List<E> ofType(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Forgets all that it was told so far. */
  public void forget() {
    events.clear();
  }

  @Override
  public String toString() {
    return events.toString();
  }
}
