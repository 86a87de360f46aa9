package dev.loadstone.adapter.javac;

import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.testkit.contract.SourceParserContract;

final class JavacSourceParserContractTest extends SourceParserContract {

  @Override
  protected SourceParser parser() {
    return new JavacSourceParser();
  }
}
