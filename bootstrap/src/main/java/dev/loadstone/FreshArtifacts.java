package dev.loadstone;

import dev.loadstone.application.CompilePlugin;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.event.Event;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Compiles each time: there is no cache, or none that can be used, which is told once. */
final class FreshArtifacts implements ArtifactSource {

  private final CompilePlugin compiling;
  private final SourceRetention retention;
  private final Scheduler scheduler;
  private final Failures failures;
  private final AtomicReference<Option<Event>> untold;
  private final Consumer<Event> events;

  FreshArtifacts(
      CompilePlugin compiling,
      SourceRetention retention,
      Scheduler scheduler,
      Failures failures,
      Option<Event> whyNoCache,
      Consumer<Event> events) {
    this.compiling = compiling;
    this.retention = retention;
    this.scheduler = scheduler;
    this.failures = failures;
    this.untold = new AtomicReference<>(whyNoCache);
    this.events = events;
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
    untold.getAndSet(Option.none()).forEach(events);
    return failures.told(asked.get().flatMap(this::compile));
  }

  private Try<Compiled> compile(CompilationRequest request) {
    return compiling
        .compile(request, retention)
        .map(artifact -> Compiled.of(artifact, request.sources()));
  }
}
