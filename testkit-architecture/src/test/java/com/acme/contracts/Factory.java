package com.acme.contracts;

import dev.loadstone.domain.port.HostRuntime;

public final class Factory {
  private Factory() {}

  public static HostRuntime made() {
    return new MadeRuntime();
  }
}
