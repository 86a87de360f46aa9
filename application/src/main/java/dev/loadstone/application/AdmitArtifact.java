package dev.loadstone.application;

import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.event.Event;
import io.vavr.control.Try;
import java.util.List;
import java.util.Objects;

/**
 * Refuses an artifact that was built for another contract or in another context, before any class
 * of it is loaded.
 */
public final class AdmitArtifact {

  private final CheckContext context;
  private final CallObserver observer;

  /**
   * Makes the use case.
   *
   * @param context compares contexts
   * @param observer is told of each artifact that is admitted
   */
  public AdmitArtifact(CheckContext context, CallObserver observer) {
    this.context = Objects.requireNonNull(context, "context");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  /**
   * Compares what an artifact was built for and by with what is asked for and there.
   *
   * @param artifact the artifact
   * @param origin where it came from
   * @param contract the contract that is asked for
   * @return the artifact; {@link ContractMismatch}; or {@link ContextMismatch} with every
   *     difference that is a reason to refuse it
   */
  public Try<Artifact> admit(Artifact artifact, PluginOrigin origin, Contract contract) {
    return observer.record(Step.CHECK, origin.name(), () -> judge(artifact, origin, contract));
  }

  private Try<Artifact> judge(Artifact artifact, PluginOrigin origin, Contract contract) {
    Contract builtFor = artifact.provenance().contract();
    if (!builtFor.equals(contract)) {
      return Try.failure(new ContractMismatch(origin.name(), builtFor, contract));
    }
    return context
        .differences(artifact)
        .flatMap(differences -> judge(artifact, origin, differences))
        .peek(
            admitted ->
                observer.tell(
                    new Event.Admitted(origin.name(), artifact.provenance().mainClass())));
  }

  private static Try<Artifact> judge(
      Artifact artifact, PluginOrigin origin, List<Difference> differences) {
    List<Difference> reasons = Difference.reasonsToRefuse(differences);
    return reasons.isEmpty()
        ? Try.success(artifact)
        : Try.failure(new ContextMismatch(origin.name(), reasons));
  }
}
