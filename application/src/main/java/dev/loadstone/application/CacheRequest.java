package dev.loadstone.application;

import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CurrentContext;
import java.util.List;
import java.util.Objects;

/**
 * What is asked of the cache.
 *
 * @param compilation what would have to be compiled
 * @param retention whether the artifact is to hold its sources
 * @param context by what it would be compiled
 * @param key the key of all that
 * @param need what the artifact has to be like
 */
public record CacheRequest(
    CompilationRequest compilation,
    SourceRetention retention,
    CurrentContext context,
    CacheKey key,
    Need need) {

  /**
   * Checks that every part is there.
   *
   * @param compilation what would have to be compiled
   * @param retention whether the artifact is to hold its sources
   * @param context by what it would be compiled
   * @param key the key of all that
   * @param need what the artifact has to be like
   */
  public CacheRequest {
    Objects.requireNonNull(compilation, "compilation");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(need, "need");
  }

  String mainFile() {
    return compilation.sources().mainFile().path();
  }

  List<String> files() {
    return compilation.sources().paths();
  }
}
