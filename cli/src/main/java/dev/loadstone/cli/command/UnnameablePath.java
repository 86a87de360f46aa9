package dev.loadstone.cli.command;

import java.io.Serial;

/**
 * A file's name cannot be expressed where it is needed: by this process, or on a line. The message
 * says which, why, and what helps.
 */
final class UnnameablePath extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnnameablePath(String message) {
    super(message);
  }
}
