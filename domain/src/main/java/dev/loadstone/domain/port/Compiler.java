package dev.loadstone.domain.port;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import io.vavr.control.Try;

/**
 * Compiles source sets in memory. Nothing of a plugin, and no code found in the host view, runs;
 * annotation processors do where the settings name them, and no others.
 */
public interface Compiler {

  /**
   * Tells which compiler this is, without loading a class of it.
   *
   * @return its identity, or {@link dev.loadstone.domain.error.CompilerUnavailable}
   */
  Try<CompilerIdentity> identity();

  /**
   * Compiles sources, and nothing but them, against the host view. May need a deep stack and must
   * not be interrupted: callers run it on a thread made for it.
   *
   * <p>There are three outcomes. Sources that compile give a {@link Compilation}. Sources that
   * compile with warnings give one too, which lists them: whether a warning is to be treated as an
   * error is for the caller to judge. Sources that do not compile give {@link
   * dev.loadstone.domain.error.CompilationFailed}, with the warnings beside the errors.
   *
   * <p>Errors, first match first: {@link dev.loadstone.domain.error.CompilerUnavailable}; {@link
   * dev.loadstone.domain.error.CompilerCrashed}; {@link
   * dev.loadstone.domain.error.ProcessorFailed}; {@link dev.loadstone.domain.error.InvalidSources}
   * when two files define one type and the compiler finds nothing else wrong; {@link
   * dev.loadstone.domain.error.CompilationFailed} for the compiler's errors and for taken names (a
   * class in a named package in which the JDK or the host has classes, or with the name of a host
   * class); {@code InvalidSources} for {@link dev.loadstone.domain.source.MainClassRule}; {@code
   * CompilationFailed} for a main class that does not fit the contract. A {@code CompilationFailed}
   * holds every diagnostic that the warning policy shows.
   *
   * @param request what to compile
   * @param host the host's classes
   * @return the outcome, or one of the errors above
   */
  Try<Compilation> compile(CompilationRequest request, HostView host);
}
