package dev.loadstone.adapter.bytecode;

import java.io.Serial;

/** A class file does not have the structure of one. */
final class Malformed extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  Malformed(String reason) {
    super(reason);
  }
}
