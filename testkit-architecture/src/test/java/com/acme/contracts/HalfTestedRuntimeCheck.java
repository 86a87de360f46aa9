package com.acme.contracts;

import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;

/** Extends the contract, but nobody runs it. */
abstract class HalfTestedRuntimeCheck extends HostRuntimeContract {
  @Override
  protected HostRuntime hostRuntime() {
    return new BadHalfTestedRuntime();
  }
}
