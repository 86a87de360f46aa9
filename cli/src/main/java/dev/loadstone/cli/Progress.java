package dev.loadstone.cli;

import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.event.Event;
import java.util.Locale;

/** Words for what happened, a line for each event. */
final class Progress {

  private Progress() {}

  static String of(Event event) {
    if (event instanceof Event.Compiled compiled) {
      return "compiled " + String.join(", ", compiled.files()) + ": " + compiled.mainClass();
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

  /** Returns but the kind: the error itself is told to everyone. */
  private static String words(ErrorKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
