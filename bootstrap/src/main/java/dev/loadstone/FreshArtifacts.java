package dev.loadstone;

import dev.loadstone.application.CompilePlugin;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.compilation.CompilationRequest;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compiles each time. */
final class FreshArtifacts implements ArtifactSource {

  private final CompilePlugin compiling;
  private final SourceRetention retention;
  private final Scheduler scheduler;
  private final Failures failures;

  FreshArtifacts(
      CompilePlugin compiling, SourceRetention retention, Scheduler scheduler, Failures failures) {
    this.compiling = compiling;
    this.retention = retention;
    this.scheduler = scheduler;
    this.failures = failures;
  }

  @Override
  public <P, T> Future<T> load(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish) {
    return scheduler.compileThenRun(
        () -> compiled(asked), compiled -> failures.told(link.apply(compiled)).flatMap(finish));
  }

  @Override
  public <P, T> Future<T> check(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish) {
    return load(asked, link, finish);
  }

  @Override
  public <T> Future<T> write(
      Supplier<Try<CompilationRequest>> asked, Function<Compiled, Try<T>> commit) {
    return scheduler.compileThenCommit(
        () -> compiled(asked), compiled -> failures.told(commit.apply(compiled)));
  }

  private Try<Compiled> compiled(Supplier<Try<CompilationRequest>> asked) {
    return failures.told(asked.get().flatMap(this::compile));
  }

  private Try<Compiled> compile(CompilationRequest request) {
    return compiling
        .compile(request, retention)
        .map(artifact -> new Compiled(artifact, PluginOrigin.of(request.sources())));
  }
}
