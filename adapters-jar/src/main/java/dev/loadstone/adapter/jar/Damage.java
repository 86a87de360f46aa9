package dev.loadstone.adapter.jar;

import java.io.Serial;

/** What shows that an artifact is not as it was written; the codec makes a domain error of it. */
final class Damage extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String difference;

  Damage(String difference) {
    super(difference);
    this.difference = difference;
  }

  String difference() {
    return difference;
  }
}
