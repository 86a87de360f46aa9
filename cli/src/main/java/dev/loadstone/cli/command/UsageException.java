package dev.loadstone.cli.command;

import java.io.Serial;

/**
 * The command line says something that cannot be done. The message names the option and its value.
 */
final class UsageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
