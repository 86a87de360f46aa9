package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.error.CompilerCrashed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says where the compiler failed, for those who are to mend it. */
final class CrashReport {

  /** A stack overflow repeats itself a thousand times. */
  private static final int MOST_FRAMES = 40;

  private CrashReport() {}

  static CompilerCrashed of(List<String> paths, Throwable cause) {
    String frames =
        Arrays.stream(cause.getStackTrace())
            .limit(MOST_FRAMES)
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining());
    return new CompilerCrashed(paths, cause + frames, cause);
  }
}
