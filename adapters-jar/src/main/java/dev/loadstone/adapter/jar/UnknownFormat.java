package dev.loadstone.adapter.jar;

import java.io.Serial;

/**
 * An intact artifact has another format than the one that this library reads; the codec makes a
 * domain error of it.
 */
final class UnknownFormat extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String version;

  UnknownFormat(String version) {
    super("format " + version);
    this.version = version;
  }

  String version() {
    return version;
  }
}
