package dev.loadstone.domain.compilation;

import dev.loadstone.domain.diagnostic.WarningPolicy;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;

/**
 * How to compile.
 *
 * @param release the Java SE release to compile for, as javac's {@code --release}; none for the
 *     running one
 * @param options further options, passed to the compiler as they are
 * @param warnings which warnings matter
 */
public record CompilerSettings(
    Option<Integer> release, List<String> options, WarningPolicy warnings) {

  public CompilerSettings {
    Objects.requireNonNull(release, "release");
    options = List.copyOf(options);
    Objects.requireNonNull(warnings, "warnings");
  }
}
