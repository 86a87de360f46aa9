package com.acme.contracts;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.port.CompilationTurns;
import io.vavr.control.Try;

final class MetTurns implements CompilationTurns {

  @Override
  public Try<CompilationTurn> turn(CacheKey key) {
    return Try.success(() -> {});
  }
}
