package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.port.Compiler;
import dev.loadstone.testkit.contract.CompilerContract;

final class EcjCompilerContractTest extends CompilerContract {

  @Override
  protected Compiler compiler() {
    return EcjCompiler.create();
  }
}
