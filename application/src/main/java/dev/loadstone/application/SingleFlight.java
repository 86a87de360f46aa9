package dev.loadstone.application;

import dev.loadstone.domain.error.Tries;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work once for all who ask for it at the same time. The first one to come does it,
 * the others wait for what comes of it.
 *
 * <p>To join and to come are apart, since whoever joins may still have to wait for a thread. Work
 * whose every participant gave up is cancelled.
 *
 * @param <K> what is asked for
 * @param <V> what is given
 */
final class SingleFlight<K, V> {

  private static final long LOOK_MILLIS = 50;

  private final ConcurrentMap<K, Flight> flights = new ConcurrentHashMap<>();

  /** Joins those who ask for the same. Whoever joins calls {@link Participant#outcome}, once. */
  Participant join(K key, Cancellation cancellation) {
    return flights
        .compute(key, (same, flight) -> flight == null ? new Flight(key) : flight)
        .add(cancellation);
  }

  /** The work that is done once. */
  private final class Flight {

    private final K key;
    private final List<Participant> participants = new ArrayList<>();
    private boolean isBegun;
    private @Nullable Try<V> outcome;

    Flight(K key) {
      this.key = key;
    }

    private synchronized Participant add(Cancellation cancellation) {
      Participant participant = new Participant(this, cancellation);
      participants.add(participant);
      return participant;
    }

    /** Returns whether the caller is the first one. */
    private synchronized boolean begin() {
      boolean isFirst = !isBegun;
      isBegun = true;
      return isFirst;
    }

    private synchronized boolean isCancelled() {
      return participants.stream().allMatch(each -> each.cancellation.isRequested());
    }

    // Removed first, so that whoever asks from now on asks anew.
    private void end(Try<V> result) {
      flights.remove(key, this);
      synchronized (this) {
        outcome = result;
        notifyAll();
      }
    }

    /** Waits for the outcome, which nobody's interrupt ends; none where the caller gives up. */
    private synchronized Try<V> await(Cancellation cancellation) {
      boolean isInterrupted = false;
      try {
        while (outcome == null && !cancellation.isRequested()) {
          try {
            wait(LOOK_MILLIS);
          } catch (InterruptedException e) {
            isInterrupted = true;
          }
        }
      } finally {
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
      return outcome == null ? Try.failure(new CancellationException()) : outcome;
    }
  }

  /** One who has joined. */
  final class Participant {

    private final Flight flight;
    private final Cancellation cancellation;

    private Participant(Flight flight, Cancellation cancellation) {
      this.flight = flight;
      this.cancellation = cancellation;
    }

    /**
     * Does the work, or waits for whoever does it.
     *
     * @param work the work, which is told when all have given up
     * @param others what is made of what another one's work came to
     */
    Try<V> outcome(Function<Cancellation, Try<V>> work, Function<Try<V>, Try<V>> others) {
      return flight.begin() ? lead(work) : others.apply(flight.await(cancellation));
    }

    private Try<V> lead(Function<Cancellation, Try<V>> work) {
      Try<V> outcome = Try.failure(new CancellationException());
      try {
        outcome = flight.isCancelled() ? outcome : work.apply(flight::isCancelled);
      } catch (Throwable bug) {
        outcome = Tries.failure(bug);
      } finally {
        flight.end(outcome);
      }
      return outcome;
    }
  }
}
