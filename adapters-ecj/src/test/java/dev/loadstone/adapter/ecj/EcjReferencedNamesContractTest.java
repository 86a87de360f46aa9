package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.testkit.contract.ReferencedNamesContract;

final class EcjReferencedNamesContractTest extends ReferencedNamesContract {

  @Override
  protected SourceParser parser() {
    return EcjCompiler.sourceParser();
  }
}
