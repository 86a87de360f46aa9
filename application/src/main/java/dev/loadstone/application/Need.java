package dev.loadstone.application;

/** What an artifact of the cache has to be like. */
public enum Need {
  /** Such that it does what one that is compiled now would do. */
  EQUIVALENT,
  /** Such that it is, byte for byte, what would be compiled now. */
  IDENTICAL
}
