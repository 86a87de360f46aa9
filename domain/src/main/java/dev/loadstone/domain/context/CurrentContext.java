package dev.loadstone.domain.context;

import io.vavr.control.Option;
import java.util.Objects;

/**
 * What an artifact meets when it is loaded.
 *
 * @param compiler the compiler that is there, none in a runtime without one
 * @param runtime the runtime, and the library's build
 */
public record CurrentContext(Option<CompilerIdentity> compiler, RuntimeIdentity runtime) {

  public CurrentContext {
    Objects.requireNonNull(compiler, "compiler");
    Objects.requireNonNull(runtime, "runtime");
  }
}
