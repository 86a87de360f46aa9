package dev.loadstone.domain.compilation;

/** Whether an artifact holds the sources that it was compiled from. */
public enum SourceRetention {
  /** It holds them, for debuggers and for compiling again. */
  KEPT,
  /** It holds only their digests. */
  OMITTED
}
