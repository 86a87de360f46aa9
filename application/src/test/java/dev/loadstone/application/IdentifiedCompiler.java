package dev.loadstone.application;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;

/** Says who it is, and compiles nothing. */
record IdentifiedCompiler(CompilerIdentity compilerIdentity) implements Compiler {

  @Override
  public Try<CompilerIdentity> identity() {
    return Try.success(compilerIdentity);
  }

  @Override
  public Try<Compilation> compile(CompilationRequest request, HostView host) {
    return Try.failure(new CompilerUnavailable());
  }
}
