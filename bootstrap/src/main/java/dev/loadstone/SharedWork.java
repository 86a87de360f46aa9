package dev.loadstone;

import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Does one work for all who ask for the same at the same time.
 *
 * <p>Whoever asks first does it. Who joins is given what came of it, or, where that would not do or
 * it failed for reasons that may be the first one's own, does it anew. Nobody waits on a thread.
 * Work whose first asker gives up is done for the next.
 *
 * @param <K> what is asked for
 * @param <V> what is given
 */
final class SharedWork<K, V> {

  /** One who asks. */
  interface Asker<V> {

    /** Tells whether the answer is of no use any more. */
    boolean isGivenUp();

    /** Does the work. */
    Try<V> work();

    /** Takes the outcome of the own work, or a failure that would be the own work's as well. */
    void take(Try<V> outcome);

    /** Tells whether what another one's work gave would do. */
    boolean canShare(V value);

    /** Takes what another one's work gave. */
    void takeShared(V value);

    /** Tells whether another one's failure would be that of the own work, too. */
    boolean wouldFailLike(Asker<V> other, Throwable failure);
  }

  private final ConcurrentMap<K, List<Asker<V>>> asking = new ConcurrentHashMap<>();
  private final Executor executor;

  SharedWork(Executor executor) {
    this.executor = executor;
  }

  /** Asks. The outcome is given on a thread of the executor. */
  void ask(K key, Asker<V> asker) {
    List<Asker<V>> alone = new ArrayList<>(List.of(asker));
    List<Asker<V>> all =
        asking.merge(
            key,
            alone,
            (before, added) -> {
              List<Asker<V>> together = new ArrayList<>(before);
              together.addAll(added);
              return together;
            });
    if (all == alone) {
      begin(key);
    }
  }

  private void begin(K key) {
    try {
      executor.execute(() -> work(key));
    } catch (Throwable refused) {
      Try<V> failure = Promises.failure(refused);
      leave(key).forEach(asker -> asker.take(failure));
    }
  }

  private void work(K key) {
    List<Asker<V>> present = asking.getOrDefault(key, List.of());
    for (Asker<V> asker : present) {
      if (!asker.isGivenUp()) {
        Try<V> outcome = Promises.outcome(asker::work);
        leave(key).forEach(each -> tell(key, each, asker, outcome));
        return;
      }
    }
    // One may have joined meanwhile.
    for (Asker<V> each : leave(key)) {
      if (!each.isGivenUp()) {
        ask(key, each);
      }
    }
  }

  private List<Asker<V>> leave(K key) {
    List<Asker<V>> all = asking.remove(key);
    return all == null ? List.of() : all;
  }

  private void tell(K key, Asker<V> each, Asker<V> worker, Try<V> outcome) {
    if (each == worker) {
      each.take(outcome);
    } else if (each.isGivenUp()) {
      return;
    } else if (outcome.isSuccess() && wouldDo(each, outcome.get())) {
      share(each, outcome.get());
    } else if (outcome.isFailure() && each.wouldFailLike(worker, outcome.getCause())) {
      each.take(outcome);
    } else {
      ask(key, each);
    }
  }

  // Who cannot tell does the work itself, which shows what is wrong.
  private static <V> boolean wouldDo(Asker<V> asker, V value) {
    try {
      return asker.canShare(value);
    } catch (Throwable bug) {
      return false;
    }
  }

  // Who cannot take it must not keep it from those who come next.
  private static <V> void share(Asker<V> asker, V value) {
    try {
      asker.takeShared(value);
    } catch (Throwable bug) {
      asker.take(Promises.failure(bug));
    }
  }
}
