package dev.loadstone.application;

import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.Compiler;
import io.vavr.control.Option;
import io.vavr.control.Try;

/** The compiler that is there, if this runtime has one. */
final class PresentCompiler {

  private PresentCompiler() {}

  /** Returns its identity; none if there is no compiler; a failure if that cannot be told. */
  static Try<Option<CompilerIdentity>> identity(Compiler compiler) {
    Try<CompilerIdentity> identity = compiler.identity();
    if (identity.isSuccess()) {
      return Try.success(Option.some(identity.get()));
    }
    return identity.getCause() instanceof CompilerUnavailable
        ? Try.success(Option.none())
        : Try.failure(identity.getCause());
  }
}
