package dev.loadstone.application;

/** What an artifact is wanted for. */
public enum Purpose {
  /** To be loaded: it is kept in the cache. */
  LOAD(Fidelity.EQUIVALENT),
  /** To be written into a file: it is kept in the cache, too. */
  WRITE(Fidelity.IDENTICAL),
  /** To be judged: it is not kept. */
  CHECK(Fidelity.EQUIVALENT);

  private final Fidelity fidelity;

  Purpose(Fidelity fidelity) {
    this.fidelity = fidelity;
  }

  Fidelity fidelity() {
    return fidelity;
  }

  boolean isKept() {
    return this != CHECK;
  }
}
