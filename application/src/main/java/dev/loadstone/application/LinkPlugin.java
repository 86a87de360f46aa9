package dev.loadstone.application;

import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Objects;

/**
 * Verifies an artifact and makes it runnable. Nothing of the plugin runs until the linked plugin is
 * run.
 */
public final class LinkPlugin {

  private final Loader loader;
  private final CallObserver observer;

  /**
   * Makes the use case.
   *
   * @param loader the loader
   * @param observer is told of each link that succeeds, and of each run, when it begins and when it
   *     has succeeded
   */
  public LinkPlugin(Loader loader, CallObserver observer) {
    this.loader = Objects.requireNonNull(loader, "loader");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  /**
   * Links an artifact.
   *
   * @param artifact the artifact
   * @param origin where it came from
   * @param sources the sources that it was compiled from, none where it was read from a file
   * @param arguments what it will be run with
   * @return the linked plugin, or {@link dev.loadstone.domain.error.LinkageFailed}; where nothing
   *     takes the arguments, {@link CompilationFailed} for sources, otherwise {@link
   *     ContractMismatch}
   */
  public Try<LinkedPlugin> link(
      Artifact artifact, PluginOrigin origin, Option<SourceSet> sources, List<String> arguments) {
    Option<PluginException> refusal = refusal(artifact, origin, sources, arguments);
    return refusal.isDefined() ? Try.failure(refusal.get()) : link(artifact, origin);
  }

  private static Option<PluginException> refusal(
      Artifact artifact, PluginOrigin origin, Option<SourceSet> sources, List<String> arguments) {
    return artifact.provenance().launch().start() instanceof Start.Program program
        ? program
            .objection(arguments.size())
            .map(
                objection ->
                    sources
                        .<PluginException>map(
                            of ->
                                new CompilationFailed(
                                    List.of(program.argumentsNotTaken(objection, of.mainFile()))))
                        .getOrElse(() -> ContractMismatch.ofArguments(origin.name(), objection)))
        : Option.none();
  }

  private Try<LinkedPlugin> link(Artifact artifact, PluginOrigin origin) {
    String mainClass = artifact.provenance().mainClass();
    return observer
        .record(Step.LOAD, origin.name(), () -> loader.link(artifact, origin))
        .peek(linked -> observer.tell(new Event.Linked(origin.name(), mainClass)))
        .map(linked -> arguments -> run(linked, arguments, origin.name(), mainClass));
  }

  private Try<Option<Object>> run(
      LinkedPlugin linked, List<String> arguments, String plugin, String mainClass) {
    observer.tell(new Event.Starting(plugin, mainClass));
    return observer
        .record(Step.RUN, plugin, () -> linked.run(arguments))
        .peek(value -> observer.tell(new Event.Ran(plugin, mainClass)));
  }
}
