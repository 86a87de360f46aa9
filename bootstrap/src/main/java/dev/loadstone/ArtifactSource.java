package dev.loadstone;

import dev.loadstone.domain.compilation.CompilationRequest;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives the artifacts of source sets, and decides on which threads that happens. */
interface ArtifactSource {

  /**
   * Gets an artifact to load it.
   *
   * @param asked what is asked for
   * @param link makes it runnable, on a thread of plugins
   * @param finish does what is to be done with it there
   */
  <P, T> Future<T> load(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish);

  /** Gets an artifact to link it, and keeps nothing. */
  <P, T> Future<T> check(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish);

  /**
   * Gets an artifact that is, byte for byte, what compiling gives, and does with it what others can
   * see.
   */
  <T> Future<T> write(Supplier<Try<CompilationRequest>> asked, Function<Compiled, Try<T>> commit);
}
