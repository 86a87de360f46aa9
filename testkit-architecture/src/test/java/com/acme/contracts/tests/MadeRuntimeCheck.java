package com.acme.contracts.tests;

import com.acme.contracts.Factory;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;

final class MadeRuntimeCheck extends HostRuntimeContract {
  @Override
  protected HostRuntime hostRuntime() {
    return Factory.made();
  }
}
