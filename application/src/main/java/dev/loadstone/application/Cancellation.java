package dev.loadstone.application;

/** Whether a caller still waits for an outcome. Safe for use by many threads, and quick. */
public interface Cancellation {

  /** Never requested. */
  Cancellation NEVER = () -> false;

  /** {@return whether the outcome is of no use any more; once it is, it stays so} */
  boolean isRequested();
}
