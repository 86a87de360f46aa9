package com.acme.contracts;

import dev.loadstone.domain.port.CompilationTurns;
import dev.loadstone.testkit.contract.CompilationTurnsContract;

/** Has a nested class for the contract, as a test of several ports does. */
final class MetTurnsCheck {

  private final MetTurns turns = new MetTurns();

  final class Turns extends CompilationTurnsContract {

    @Override
    protected CompilationTurns turns() {
      return turns;
    }

    @Override
    protected CompilationTurns readOnly() {
      return turns;
    }
  }
}
