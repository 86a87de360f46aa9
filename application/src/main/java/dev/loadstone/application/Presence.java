package dev.loadstone.application;

/** Whether a type that a name may mean exists. */
enum Presence {
  /** A file is where the type belongs, or declares it. */
  FILE,
  /** The JDK or the host has it, so no file is looked for. */
  HOST,
  /** There is no such type. */
  ABSENT
}
