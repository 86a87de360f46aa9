package dev.loadstone.adapter.javac;

import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.testkit.contract.ReferencedNamesContract;

final class JavacReferencedNamesContractTest extends ReferencedNamesContract {

  @Override
  protected SourceParser parser() {
    return new JavacSourceParser();
  }
}
