package dev.loadstone;

import dev.loadstone.application.Cancellation;
import dev.loadstone.application.ObtainArtifact;
import dev.loadstone.application.ObtainArtifact.Found;
import dev.loadstone.application.Purpose;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.internal.scheduling.Scheduler;
import dev.loadstone.internal.scheduling.Scheduler.Load;
import dev.loadstone.internal.wiring.LoadstoneComponent;
import dev.loadstone.internal.wiring.Settings;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Loads plugins of one contract: each call is the steps of a use case, put on the scheduler. */
final class DefaultPluginLoader<T> implements PluginLoader<T>, PluginLoader.Expert<T> {

  private final Contract contract;
  private final List<String> arguments;
  private final Settings settings;
  private final LoadstoneComponent useCases;
  private final ObtainArtifact obtain;
  private final Scheduler scheduler;

  DefaultPluginLoader(
      Contract contract, List<String> arguments, Settings settings, LoadstoneComponent useCases) {
    this.contract = contract;
    this.arguments = arguments;
    this.settings = settings;
    this.useCases = useCases;
    this.obtain = useCases.obtain();
    this.scheduler = useCases.scheduler();
  }

  @Override
  public Future<T> load(List<Path> files) {
    return load(given(files), Purpose.LOAD, DefaultPlugin::start);
  }

  @Override
  public Future<T> load(SourceSet sources) {
    return load(given(sources), Purpose.LOAD, DefaultPlugin::start);
  }

  @Override
  public Future<Plugin<T>> loadWithoutRunning(List<Path> files) {
    return load(given(files), Purpose.LOAD, Try::success);
  }

  @Override
  public Future<Plugin<T>> loadWithoutRunning(SourceSet sources) {
    return load(given(sources), Purpose.LOAD, Try::success);
  }

  @Override
  public Future<Void> check(List<Path> files) {
    return load(given(files), Purpose.CHECK, linked -> Try.success(null));
  }

  @Override
  public Future<Void> check(SourceSet sources) {
    return load(given(sources), Purpose.CHECK, linked -> Try.success(null));
  }

  @Override
  public Expert<T> expert() {
    return this;
  }

  @Override
  public Future<Path> compile(List<Path> files, Path outputFile) {
    Objects.requireNonNull(outputFile, "outputFile");
    Given given = given(files);
    return scheduler.submit(
        cancellation -> find(given, Purpose.WRITE, cancellation),
        Found::isHit,
        (found, call) ->
            obtain
                .artifact(found, call)
                .flatMap(
                    artifact ->
                        call.commit()
                            ? useCases.write().write(artifact, outputFile)
                            : Try.failure(new CancellationException())));
  }

  @Override
  public Future<T> loadArtifact(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return scheduler.load(artifact.toString(), () -> loadNow(artifact));
  }

  @Override
  public Try<T> blockingLoadArtifact(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return scheduler.runBlocking(() -> loadNow(artifact));
  }

  private Try<T> loadNow(Path file) {
    PluginOrigin origin = PluginOrigin.of(file);
    return useCases
        .read()
        .read(file)
        .flatMap(artifact -> useCases.admit().admit(artifact, origin, contract))
        .flatMap(artifact -> link(artifact, origin, Option.none()))
        .flatMap(DefaultPlugin::start);
  }

  /** Sources, and what they are called in messages. */
  private record Given(String name, Supplier<Try<SourceSet>> sources) {}

  private Given given(List<Path> files) {
    List<Path> copy = List.copyOf(files);
    return new Given(
        copy.isEmpty() ? "" : copy.get(copy.size() - 1).toString(),
        () -> useCases.sources().read(copy));
  }

  private static Given given(SourceSet sources) {
    List<String> paths = sources.paths();
    return new Given(
        paths.isEmpty() ? "" : paths.get(paths.size() - 1), () -> Try.success(sources));
  }

  private <R> Future<R> load(
      Given given, Purpose purpose, Function<DefaultPlugin<T>, Try<? extends R>> finish) {
    return scheduler.load(
        given.name(),
        new Load<Found, Artifact, R>() {
          @Override
          public Try<Found> look(Cancellation cancellation) {
            return find(given, purpose, cancellation);
          }

          @Override
          public boolean isFound(Found found) {
            return found.isHit();
          }

          @Override
          public Try<Artifact> obtain(Found found, Cancellation cancellation) {
            return obtain.artifact(found, cancellation);
          }

          @Override
          public Try<R> start(Found found, Artifact artifact, Cancellation cancellation) {
            return link(artifact, found.request().sources())
                .recoverWith(
                    refusal ->
                        obtain
                            .artifactInsteadOf(found, refusal, cancellation)
                            .flatMap(instead -> link(instead, found.request().sources())))
                .flatMap(finish);
          }
        });
  }

  private Try<Found> find(Given given, Purpose purpose, Cancellation cancellation) {
    return given
        .sources()
        .get()
        .flatMap(this::request)
        .flatMap(request -> obtain.find(request, purpose, cancellation));
  }

  private Try<CompilationRequest> request(SourceSet sources) {
    return useCases
        .processors()
        .read(settings.annotationProcessors())
        .map(settings.compilerSettings()::withProcessors)
        .map(
            compilerSettings ->
                new CompilationRequest(
                    sources, contract, compilerSettings, settings.sourceRetention()));
  }

  private Try<DefaultPlugin<T>> link(Artifact artifact, SourceSet sources) {
    return link(artifact, PluginOrigin.of(sources), Option.some(sources));
  }

  private Try<DefaultPlugin<T>> link(
      Artifact artifact, PluginOrigin origin, Option<SourceSet> sources) {
    return useCases
        .link()
        .link(artifact, origin, sources, arguments)
        .map(linked -> new DefaultPlugin<>(linked, arguments, artifact.provenance(), scheduler));
  }
}
