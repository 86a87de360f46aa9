package dev.loadstone.application;

import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Option;
import io.vavr.control.Try;

/** Identifies the compiler, the runtime and the library that are present. */
final class PresentContext {

  private PresentContext() {}

  /** Returns what is present; a failure where a part of it, if there, cannot be identified. */
  static Try<CurrentContext> of(Compiler compiler, HostRuntime runtime) {
    return runtime
        .identity()
        .flatMap(
            known -> identity(compiler).map(ofCompiler -> new CurrentContext(ofCompiler, known)));
  }

  private static Try<Option<CompilerIdentity>> identity(Compiler compiler) {
    return compiler
        .identity()
        .map(Option::some)
        .recover(CompilerUnavailable.class, noCompiler -> Option.none());
  }
}
