package dev.loadstone;

import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
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
  private final ArtifactSource artifacts;
  private final UseCases useCases;
  private final Settings settings;
  private final Scheduler scheduler;

  ScheduledPluginLoader(
      Contract contract,
      List<String> arguments,
      ArtifactSource artifacts,
      UseCases useCases,
      Settings settings,
      Scheduler scheduler) {
    this.contract = contract;
    this.arguments = arguments;
    this.artifacts = artifacts;
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
    return artifacts.load(asking(sources), this::link, Plugin::run);
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
    return artifacts.load(asking(sources), this::link, Try::success);
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
    return artifacts.check(asking(sources), this::link, linked -> Try.success(null));
  }

  @Override
  public Expert<T> expert() {
    return this;
  }

  @Override
  public Future<Path> compile(List<Path> files, Path outputFile) {
    Objects.requireNonNull(outputFile, "outputFile");
    return artifacts.write(
        asking(reading(files)),
        compiled -> useCases.write().write(compiled.artifact(), outputFile));
  }

  @Override
  public Future<T> loadArtifact(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return scheduler.run(() -> loadNow(artifact));
  }

  @Override
  public Try<T> blockingLoadArtifact(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    Try<T> loaded = blockingLoad(artifact);
    return loaded.isSuccess() ? loaded : CallSite.here().shownIn(loaded);
  }

  private Try<T> blockingLoad(Path artifact) {
    if (scheduler.isClosed()) {
      return Try.failure(new Closed());
    }
    return scheduler.isStarted()
        ? Try.failure(new SchedulerStarted())
        : Promises.outcome(() -> loadNow(artifact));
  }

  private Try<T> loadNow(Path file) {
    PluginOrigin origin = PluginOrigin.of(file);
    return useCases
        .failures()
        .told(useCases.read().read(file).flatMap(artifact -> admit(artifact, origin)))
        .flatMap(artifact -> useCases.failures().told(link(Compiled.read(artifact, origin))))
        .flatMap(Plugin::run);
  }

  private Try<Artifact> admit(Artifact artifact, PluginOrigin origin) {
    Running checking = useCases.recorder().begin(Step.CHECK, origin.name());
    Try<Artifact> admitted = useCases.admit().admit(artifact, origin, contract);
    checking.end(admitted);
    return admitted;
  }

  private Supplier<Try<SourceSet>> reading(List<Path> files) {
    List<Path> copy = List.copyOf(files);
    return () -> useCases.sources().read(copy);
  }

  private static Supplier<Try<SourceSet>> given(SourceSet sources) {
    Objects.requireNonNull(sources, "sources");
    return () -> Try.success(sources);
  }

  private Supplier<Try<CompilationRequest>> asking(Supplier<Try<SourceSet>> sources) {
    return () ->
        sources
            .get()
            .map(read -> new CompilationRequest(read, contract, settings.compilerSettings()));
  }

  private Try<Plugin<T>> link(Compiled compiled) {
    return useCases
        .link()
        .link(compiled.artifact(), compiled.origin(), compiled.sources(), arguments)
        .map(
            linked ->
                new RunnablePlugin<>(
                    linked,
                    arguments,
                    compiled.artifact().provenance(),
                    scheduler,
                    useCases.failures()));
  }
}
