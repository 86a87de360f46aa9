package dev.loadstone.application;

import io.vavr.control.Try;

/**
 * Is told when the steps of a call begin and how they end, to record how long they take. Called by
 * many threads; must be quick, and must not throw.
 */
public interface StepRecorder {

  /** The steps that are worth a record. */
  enum Step {
    /** Looking into the cache, its context checks included. */
    LOOKUP,
    /** Compiling. */
    COMPILE,
    /** Comparing an artifact's context with the present one. */
    CHECK,
    /** Linking. */
    LOAD,
    /** Running the plugin's start. */
    RUN
  }

  /** A step that has begun. */
  interface Running {

    /**
     * Ends the step.
     *
     * @param outcome what came of it
     */
    void end(Try<?> outcome);
  }

  /** Records nothing. */
  StepRecorder NONE = (step, plugin) -> outcome -> {};

  /**
   * Begins a step.
   *
   * @param step the step
   * @param plugin the plugin's main file or artifact as it was given
   * @return what ends it, once
   */
  Running begin(Step step, String plugin);
}
