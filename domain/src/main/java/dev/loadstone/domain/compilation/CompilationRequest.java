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
 * @param retention whether the artifact is to hold its sources
 */
public record CompilationRequest(
    SourceSet sources, Contract contract, CompilerSettings settings, SourceRetention retention) {

  public CompilationRequest {
    Objects.requireNonNull(sources, "sources");
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(retention, "retention");
  }

  /**
   * Makes a request for an artifact that holds its sources.
   *
   * @param sources sources that keep {@link dev.loadstone.domain.source.SourceRules}
   * @param contract what the main class must fit
   * @param settings how to compile
   */
  public CompilationRequest(SourceSet sources, Contract contract, CompilerSettings settings) {
    this(sources, contract, settings, SourceRetention.KEPT);
  }

  /** {@return the same request with another retention of its sources} */
  public CompilationRequest with(SourceRetention other) {
    return new CompilationRequest(sources, contract, settings, other);
  }
}
