package dev.loadstone;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs the use cases for one contract, on the scheduler. */
final class ScheduledPluginLoader<T> implements PluginLoader<T>, PluginLoader.Expert<T> {

  private final Contract contract;
  private final List<String> arguments;
  private final UseCases useCases;
  private final Settings settings;
  private final Scheduler scheduler;

  ScheduledPluginLoader(
      Contract contract,
      List<String> arguments,
      UseCases useCases,
      Settings settings,
      Scheduler scheduler) {
    this.contract = contract;
    this.arguments = arguments;
    this.useCases = useCases;
    this.settings = settings;
    this.scheduler = scheduler;
  }

  @Override
  public Future<T> load(List<Path> files) {
    return load(reading(files));
  }

  @Override
  public Future<T> load(SourceSet sources) {
    return load(given(sources));
  }

  private Future<T> load(Supplier<Try<SourceSet>> sources) {
    return scheduler.compileThenRun(
        () -> compiled(sources), compiled -> link(compiled).flatMap(Plugin::run));
  }

  @Override
  public Future<Plugin<T>> loadWithoutRunning(List<Path> files) {
    return loadWithoutRunning(reading(files));
  }

  @Override
  public Future<Plugin<T>> loadWithoutRunning(SourceSet sources) {
    return loadWithoutRunning(given(sources));
  }

  private Future<Plugin<T>> loadWithoutRunning(Supplier<Try<SourceSet>> sources) {
    return scheduler.compileThenRun(() -> compiled(sources), this::link);
  }

  @Override
  public Future<Void> check(List<Path> files) {
    return check(reading(files));
  }

  @Override
  public Future<Void> check(SourceSet sources) {
    return check(given(sources));
  }

  private Future<Void> check(Supplier<Try<SourceSet>> sources) {
    return scheduler.compileThenRun(
        () -> compiled(sources), compiled -> link(compiled).map(linked -> null));
  }

  @Override
  public Expert<T> expert() {
    return this;
  }

  @Override
  public Future<Path> compile(List<Path> files, Path outputFile) {
    Objects.requireNonNull(outputFile, "outputFile");
    Supplier<Try<SourceSet>> sources = reading(files);
    return scheduler.compileThenCommit(
        () -> compiled(sources),
        compiled ->
            useCases.failures().told(useCases.write().write(compiled.artifact(), outputFile)));
  }

  @Override
  public Future<T> loadArtifact(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return scheduler.run(() -> loadNow(artifact));
  }

  @Override
  public Try<T> blockingLoadArtifact(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    if (scheduler.isClosed()) {
      return Try.failure(new Closed());
    }
    return scheduler.isStarted()
        ? Try.failure(new SchedulerStarted())
        : Scheduler.outcome(() -> loadNow(artifact));
  }

  private Try<T> loadNow(Path file) {
    PluginOrigin origin = PluginOrigin.of(file);
    return useCases
        .failures()
        .told(
            useCases
                .read()
                .read(file)
                .flatMap(artifact -> useCases.admit().admit(artifact, origin, contract)))
        .flatMap(artifact -> link(new Compiled(artifact, origin)))
        .flatMap(Plugin::run);
  }

  private Supplier<Try<SourceSet>> reading(List<Path> files) {
    List<Path> copy = List.copyOf(files);
    return () -> useCases.sources().read(copy);
  }

  private static Supplier<Try<SourceSet>> given(SourceSet sources) {
    Objects.requireNonNull(sources, "sources");
    return () -> Try.success(sources);
  }

  private Try<Compiled> compiled(Supplier<Try<SourceSet>> sources) {
    return useCases.failures().told(sources.get().flatMap(this::compiled));
  }

  private Try<Compiled> compiled(SourceSet sources) {
    return useCases
        .compile()
        .compile(
            new CompilationRequest(sources, contract, settings.compilerSettings()),
            settings.sourceRetention())
        .map(artifact -> new Compiled(artifact, PluginOrigin.of(sources)));
  }

  private Try<Plugin<T>> link(Compiled compiled) {
    return useCases
        .failures()
        .told(useCases.link().link(compiled.artifact(), compiled.origin()))
        .map(
            linked ->
                new RunnablePlugin<>(
                    linked,
                    arguments,
                    compiled.artifact().provenance(),
                    scheduler,
                    useCases.failures()));
  }

  /** An artifact, and where it came from. */
  private record Compiled(Artifact artifact, PluginOrigin origin) {}
}
