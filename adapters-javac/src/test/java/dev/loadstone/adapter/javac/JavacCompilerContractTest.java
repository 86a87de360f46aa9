package dev.loadstone.adapter.javac;

import dev.loadstone.domain.port.Compiler;
import dev.loadstone.testkit.contract.CompilerContract;

final class JavacCompilerContractTest extends CompilerContract {

  @Override
  protected Compiler compiler() {
    return new JavacCompiler();
  }
}
