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
    return switch (event.kind()) {
      case ADMITTED -> admitted((Event.Admitted) event);
      case CACHE_EVICTED -> "evicted " + ((Event.CacheEvicted) event).entry();
      case CACHE_HEALED -> healed((Event.CacheHealed) event);
      case CACHE_HIT -> hit((Event.CacheHit) event);
      case CACHE_LOOKUP -> lookup((Event.CacheLookup) event);
      case CACHE_MISS -> missed((Event.CacheMiss) event);
      case CACHE_STORED -> stored((Event.CacheStored) event);
      case CACHE_UNUSABLE -> ((Event.CacheUnusable) event).problem();
      case COMPILED -> compiled((Event.Compiled) event);
      case DEPENDENCIES_FOUND -> found((Event.DependenciesFound) event);
      case FAILED -> "failed: " + words(((Event.Failed) event).error().kind());
      case LINKED -> linked((Event.Linked) event);
      case RAN -> ran((Event.Ran) event);
      case STARTING -> starting((Event.Starting) event);
      case WRITTEN -> written((Event.Written) event);
    };
  }

  private static String admitted(Event.Admitted event) {
    return "admitted " + event.artifact() + ": " + event.mainClass();
  }

  private static String healed(Event.CacheHealed event) {
    return "removed " + event.entry() + ": " + event.problem();
  }

  private static String hit(Event.CacheHit event) {
    return "took " + String.join(", ", event.files()) + " from " + origin(event);
  }

  private static String lookup(Event.CacheLookup event) {
    return "looking for " + String.join(", ", event.files()) + " in the cache";
  }

  private static String missed(Event.CacheMiss event) {
    return "missed " + String.join(", ", event.files()) + " in the cache: " + reasons(event);
  }

  private static String stored(Event.CacheStored event) {
    return "stored " + event.entry() + ": " + event.mainClass();
  }

  private static String compiled(Event.Compiled event) {
    return "compiled " + String.join(", ", event.files()) + ": " + event.mainClass();
  }

  private static String found(Event.DependenciesFound event) {
    return "found " + String.join(", ", event.files()) + " for " + event.mainFile();
  }

  private static String linked(Event.Linked event) {
    return "linked " + event.plugin() + ": " + event.mainClass();
  }

  private static String ran(Event.Ran event) {
    return "ran " + event.plugin() + ": " + event.mainClass();
  }

  private static String starting(Event.Starting event) {
    return "starting " + event.plugin() + ": " + event.mainClass();
  }

  private static String written(Event.Written event) {
    return "wrote " + event.artifact() + ": " + event.mainClass();
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
