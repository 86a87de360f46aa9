package dev.loadstone.application;

/** How much an artifact that is not compiled now has to be like one that would be. */
public enum Fidelity {
  /** It behaves in the same way. */
  EQUIVALENT,
  /** It has the same bytes. */
  IDENTICAL
}
