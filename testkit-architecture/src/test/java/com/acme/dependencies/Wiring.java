package com.acme.dependencies;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.port.HostRuntime;

public final class Wiring {
  private Wiring() {}

  public static Loadstone loadstone() {
    return Loadstone.create();
  }

  public static HostRuntime runtime() {
    return new PortsOnlyRuntime();
  }
}
