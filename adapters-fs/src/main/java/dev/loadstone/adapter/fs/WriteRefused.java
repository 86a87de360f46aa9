package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A file is not written for a reason that this adapter found, in its own words. */
final class WriteRefused extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  WriteRefused(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
