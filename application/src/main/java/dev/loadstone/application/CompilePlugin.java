package dev.loadstone.application;

import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.error.RecordingFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.MisleadingText;
import dev.loadstone.domain.source.SourceRules;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Compiles a source set into an artifact. Nothing of the plugin runs. */
public final class CompilePlugin {

  private final Compiler compiler;
  private final HostView host;
  private final HostRuntime runtime;
  private final RecordDependencies recording;
  private final CallObserver observer;

  /**
   * Makes the use case.
   *
   * @param compiler the compiler
   * @param host the host's classes
   * @param runtime the runtime
   * @param recording finds out what of the host was used
   * @param observer is told of each compilation that succeeds
   */
  public CompilePlugin(
      Compiler compiler,
      HostView host,
      HostRuntime runtime,
      RecordDependencies recording,
      CallObserver observer) {
    this.compiler = Objects.requireNonNull(compiler, "compiler");
    this.host = Objects.requireNonNull(host, "host");
    this.runtime = Objects.requireNonNull(runtime, "runtime");
    this.recording = Objects.requireNonNull(recording, "recording");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  /**
   * Compiles sources.
   *
   * @param request what to compile
   * @return the artifact, or the error of {@link SourceRules}, of the compiler, of the warning
   *     policy, or where nothing of the plugin would run
   */
  public Try<Artifact> compile(CompilationRequest request) {
    HostView seen = host.snapshot();
    return SourceRules.check(request.sources())
        .flatMap(sources -> compile(request, seen))
        .map(compilation -> withOurWarnings(request, compilation))
        .flatMap(compilation -> judgeWarnings(request, compilation))
        .flatMap(compilation -> judgeStart(request, compilation))
        .flatMap(
            compilation ->
                toArtifact(request, compilation, seen)
                    .peek(artifact -> tell(request, compilation)));
  }

  private Try<Compilation> compile(CompilationRequest request, HostView seen) {
    return observer.record(
        Step.COMPILE, request.sources().mainFile().path(), () -> compiler.compile(request, seen));
  }

  private static Compilation withOurWarnings(CompilationRequest request, Compilation compilation) {
    List<Diagnostic> ours = MisleadingText.warnings(request.sources());
    if (ours.isEmpty()) {
      return compilation;
    }
    List<Diagnostic> all = new ArrayList<>(compilation.warnings());
    all.addAll(ours);
    return compilation.withWarnings(all);
  }

  private Try<Compilation> judgeWarnings(CompilationRequest request, Compilation compilation) {
    WarningPolicy policy = request.settings().warnings();
    List<Diagnostic> shown = policy.shown(compilation.warnings());
    if (shown.stream().anyMatch(policy::fails)) {
      return Try.failure(new CompilationFailed(shown));
    }
    return Try.success(compilation);
  }

  private static Try<Compilation> judgeStart(CompilationRequest request, Compilation compilation) {
    if (compilation.launch().start() instanceof Start.Nothing nothing) {
      List<Diagnostic> all =
          new ArrayList<>(request.settings().warnings().shown(compilation.warnings()));
      all.add(nothing.reason());
      return Try.failure(new CompilationFailed(all));
    }
    return Try.success(compilation);
  }

  private void tell(CompilationRequest request, Compilation compilation) {
    observer.tell(
        new Event.Compiled(
            request.sources().paths(),
            compilation.mainClass(),
            request.settings().warnings().shown(compilation.warnings())));
  }

  private Try<Artifact> toArtifact(
      CompilationRequest request, Compilation compilation, HostView seen) {
    Try<RuntimeIdentity> known = runtime.identity();
    Try<Artifact> artifact =
        buildContext(known)
            .flatMap(
                context ->
                    recording
                        .record(compilation, request.contract(), seen)
                        .flatMap(
                            recorded ->
                                withinMemory(
                                    compilation,
                                    () ->
                                        recorded.marked(
                                            Artifact.of(
                                                request,
                                                compilation,
                                                context,
                                                recorded.dependencies(),
                                                recorded.abis())))));
    return isUnknown(known)
        ? artifact.map(made -> made.asMemoryOnly((LibraryUnknown) known.getCause()))
        : artifact;
  }

  private static Try<Artifact> withinMemory(Compilation compilation, Supplier<Artifact> making) {
    try {
      return Try.success(making.get());
    } catch (OutOfMemoryError e) {
      return Try.failure(
          new RecordingFailed(
              compilation.mainClass(),
              "needs more memory to be put into an artifact than is free",
              e));
    }
  }

  // What is compiled now and here fits, whichever build of the library this is.
  private Try<BuildContext> buildContext(Try<RuntimeIdentity> known) {
    Try<RuntimeIdentity> present =
        isUnknown(known)
            ? runtime.featureRelease().map(release -> new RuntimeIdentity(release, Option.none()))
            : known;
    return compiler
        .identity()
        .flatMap(identity -> present.map(runtime -> new BuildContext(identity, runtime)));
  }

  private static boolean isUnknown(Try<RuntimeIdentity> known) {
    return known.isFailure() && known.getCause() instanceof LibraryUnknown;
  }
}
