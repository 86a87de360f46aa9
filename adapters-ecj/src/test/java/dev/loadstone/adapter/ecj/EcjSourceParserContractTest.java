package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.testkit.contract.SourceParserContract;

final class EcjSourceParserContractTest extends SourceParserContract {

  @Override
  protected SourceParser parser() {
    return EcjCompiler.sourceParser();
  }
}
