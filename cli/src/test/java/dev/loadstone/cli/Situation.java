package dev.loadstone.cli;

/**
 * Something that goes wrong.
 *
 * @param name what {@code docs/errors.md} calls it
 * @param provocation makes it go wrong
 */
record Situation(String name, Provocation provocation) {

  /** Makes something go wrong in a workshop. */
  @FunctionalInterface
  interface Provocation {
    Shown in(Workshop workshop) throws Exception;
  }

  /** Makes a call of the library fail. */
  @FunctionalInterface
  interface Failure {
    Throwable in(Workshop workshop) throws Exception;
  }

  static Situation library(String name, Failure failure) {
    return new Situation(name, workshop -> Shown.of(failure.in(workshop), workshop));
  }

  /** Gives the command some words, of which {@code @} stands for the workshop's folder. */
  static Situation command(String name, String... words) {
    return new Situation(name, workshop -> workshop.command(words));
  }

  @Override
  public String toString() {
    return name;
  }
}
