package dev.loadstone.cli;

/** How much is told. */
enum Verbosity {
  /** Only what the user has to know. */
  NORMAL,
  /** Each step too, and the stack traces of our own bugs. */
  VERBOSE
}
