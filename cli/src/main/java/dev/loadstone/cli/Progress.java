package dev.loadstone.cli;

import dev.loadstone.domain.event.Event;

/** Words for what happened. */
final class Progress {

  private Progress() {}

  static String of(Event event) {
    if (event instanceof Event.Compiled compiled) {
      return "compiled " + String.join(", ", compiled.files()) + ": " + compiled.mainClass();
    }
    if (event instanceof Event.Linked linked) {
      return "linked " + linked.plugin() + ": " + linked.mainClass();
    }
    if (event instanceof Event.Ran ran) {
      return "ran " + ran.plugin() + ": " + ran.mainClass();
    }
    return event.toString();
  }
}
