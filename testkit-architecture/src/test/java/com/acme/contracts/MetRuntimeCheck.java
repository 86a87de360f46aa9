package com.acme.contracts;

import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;

final class MetRuntimeCheck extends HostRuntimeContract {
  @Override
  protected HostRuntime hostRuntime() {
    return new MetRuntime();
  }
}
