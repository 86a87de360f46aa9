package dev.loadstone.application;

import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.event.Event;
import io.vavr.control.Try;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Decides what a failure of the cache means: a warning, and going on as without a cache; or, where
 * the cache may only be read, the failure of the load.
 *
 * <p>Safe for use by many threads.
 */
final class CacheTrouble {

  /** A folder of a thousand entries that nobody may read is one problem, and not a thousand. */
  private static final int MAX_TOLD = 20;

  private final CacheAccess access;
  private final Consumer<Event> events;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  CacheTrouble(CacheAccess access, Consumer<Event> events) {
    this.access = access;
    this.events = events;
  }

  /** Returns the answer, or what stands for it where going on is allowed. */
  <T> Try<T> orElse(Try<T> answer, T otherwise) {
    if (answer.isSuccess() || isFatal()) {
      return answer;
    }
    tell(answer.getCause());
    return Try.success(otherwise);
  }

  /** Returns whether a cache that does not work fails the load. */
  boolean isFatal() {
    return access == CacheAccess.READ_ONLY;
  }

  /** Tells of a failure that costs no more than the work that the cache would have saved. */
  void tell(Throwable failure) {
    String problem = String.valueOf(failure.getMessage());
    if (told.size() < MAX_TOLD && told.add(problem)) {
      events.accept(new Event.CacheUnusable(problem));
    }
  }
}
