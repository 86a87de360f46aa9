package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.CompilerSettings;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The platforms that were compiled for, which keep what they read. Safe for use by many threads.
 */
final class PlatformCache {

  private static final int OLDEST = 8;

  private final RunningPlatform running = new RunningPlatform();
  private final Map<Integer, ReleasePlatform> releases = new HashMap<>();

  /**
   * Returns what can be compiled against.
   *
   * @param settings names the release
   * @return the classes, or what is wrong with the release, in words
   */
  Either<String, PlatformClasses> of(CompilerSettings settings) {
    Option<String> violation = violation(settings);
    if (violation.isDefined()) {
      return Either.left(violation.get());
    }
    return other(settings).map(this::ofRelease).getOrElse(() -> Either.right(running));
  }

  /** Returns what is wrong with the release before its classes are looked for, in words. */
  static Option<String> violation(CompilerSettings settings) {
    int own = own();
    return other(settings)
        .filter(release -> release < OLDEST || release > own)
        .map(release -> "the compiler does not support release " + release + "; its own is " + own);
  }

  private static Option<Integer> other(CompilerSettings settings) {
    return settings.release().filter(release -> release != own());
  }

  private static int own() {
    return Runtime.version().feature();
  }

  private synchronized Either<String, PlatformClasses> ofRelease(int release) {
    ReleasePlatform known = releases.get(release);
    if (known != null) {
      return Either.right(known);
    }
    try {
      ReleasePlatform opened = ReleasePlatform.open(release);
      releases.put(release, opened);
      return Either.right(opened);
    } catch (IOException e) {
      return Either.left(e.getMessage());
    }
  }
}
