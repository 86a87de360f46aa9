package dev.loadstone.adapter.javac;

/** A host's contract. */
public interface HostRule {

  /** Inlined into those who use it. */
  int LIMIT = 7;

  /** Answers. */
  int rule();
}
