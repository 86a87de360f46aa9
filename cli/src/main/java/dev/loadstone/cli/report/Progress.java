package dev.loadstone.cli.report;

import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.event.Event;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for what happened, a line for each event. */
public final class Progress {

  private Progress() {}

  /**
   * Says what happened.
   *
   * @param event what happened
   * @return a line
   */
  public static String of(Event event) {
    if (event instanceof Event.Compiled compiled) {
      return "compiled " + String.join(", ", compiled.files()) + ": " + compiled.mainClass();
    }
    if (event instanceof Event.CacheLookup lookup) {
      return "looking for " + String.join(", ", lookup.files()) + " in the cache";
    }
    if (event instanceof Event.CacheHit hit) {
      return "took " + String.join(", ", hit.files()) + " from " + origin(hit);
    }
    if (event instanceof Event.CacheMiss miss) {
      return "missed " + String.join(", ", miss.files()) + " in the cache: " + reasons(miss);
    }
    if (event instanceof Event.CacheStored stored) {
      return "stored " + stored.entry() + ": " + stored.mainClass();
    }
    if (event instanceof Event.CacheEvicted evicted) {
      return "evicted " + evicted.entry();
    }
    if (event instanceof Event.CacheHealed healed) {
      return "removed " + healed.entry() + ": " + healed.problem();
    }
    if (event instanceof Event.CacheUnusable unusable) {
      return unusable.problem();
    }
    if (event instanceof Event.Written written) {
      return "wrote " + written.artifact() + ": " + written.mainClass();
    }
    if (event instanceof Event.Admitted admitted) {
      return "admitted " + admitted.artifact() + ": " + admitted.mainClass();
    }
    if (event instanceof Event.Linked linked) {
      return "linked " + linked.plugin() + ": " + linked.mainClass();
    }
    if (event instanceof Event.Starting starting) {
      return "starting " + starting.plugin() + ": " + starting.mainClass();
    }
    if (event instanceof Event.Ran ran) {
      return "ran " + ran.plugin() + ": " + ran.mainClass();
    }
    if (event instanceof Event.DependenciesFound found) {
      return "found " + String.join(", ", found.files()) + " for " + found.mainFile();
    }
    if (event instanceof Event.Failed failed) {
      return "failed: " + words(failed.error().kind());
    }
    return event.toString();
  }

  private static String origin(Event.CacheHit hit) {
    return (hit.entry().isEmpty() ? "a call that compiled it just now" : hit.entry())
        + ": "
        + hit.mainClass();
  }

  private static String reasons(Event.CacheMiss miss) {
    return miss.reasons().stream().map(MissReason::description).collect(Collectors.joining("; "));
  }

  /** Returns but the kind: the error itself is told to everyone. */
  private static String words(ErrorKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
