package com.acme.dependencies;

import dev.loadstone.application.CompilePlugin;

final class BadUseCase {
  int count(CompilePlugin... useCases) {
    return useCases.length;
  }
}
