package dev.loadstone.domain.compilation;

import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.SourceSet;
import java.util.Objects;

/**
 * What to compile.
 *
 * @param sources sources that keep {@link dev.loadstone.domain.source.SourceRules}
 * @param contract what the main class must fit
 * @param settings how to compile
 */
public record CompilationRequest(SourceSet sources, Contract contract, CompilerSettings settings) {

  /**
   * Checks that every part is there.
   *
   * @param sources sources that keep {@link dev.loadstone.domain.source.SourceRules}
   * @param contract what the main class must fit
   * @param settings how to compile
   */
  public CompilationRequest {
    Objects.requireNonNull(sources, "sources");
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(settings, "settings");
  }
}
