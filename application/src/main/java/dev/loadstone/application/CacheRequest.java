package dev.loadstone.application;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import java.util.List;

/**
 * What is asked of the cache.
 *
 * @param compilation what would have to be compiled
 * @param key the key of that
 * @param purpose what the artifact is wanted for
 */
record CacheRequest(CompilationRequest compilation, CacheKey key, Purpose purpose) {

  String mainFile() {
    return compilation.sources().mainFile().path();
  }

  List<String> files() {
    return compilation.sources().paths();
  }
}
