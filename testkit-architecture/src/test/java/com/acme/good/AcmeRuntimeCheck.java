package com.acme.good;

import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;

final class AcmeRuntimeCheck extends HostRuntimeContract {
  @Override
  protected HostRuntime hostRuntime() {
    return new AcmeRuntime();
  }
}
