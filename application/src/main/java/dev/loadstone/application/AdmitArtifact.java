package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Try;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Refuses an artifact that was built for another contract or in another context, before any class
 * of it is loaded.
 */
public final class AdmitArtifact {

  private final Compiler compiler;
  private final HostRuntime runtime;
  private final ContextPolicy policy;
  private final Consumer<Event> events;

  /**
   * Makes the use case.
   *
   * @param compiler the compiler, which a runtime may lack
   * @param runtime the runtime
   * @param policy which differences count
   * @param events is told of each artifact that is admitted
   */
  public AdmitArtifact(
      Compiler compiler, HostRuntime runtime, ContextPolicy policy, Consumer<Event> events) {
    this.compiler = Objects.requireNonNull(compiler, "compiler");
    this.runtime = Objects.requireNonNull(runtime, "runtime");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.events = Objects.requireNonNull(events, "events");
  }

  /**
   * Compares what an artifact was built for and by with what is asked for and there.
   *
   * @param artifact the artifact
   * @param origin where it came from
   * @param contract the contract that is asked for
   * @return the artifact; {@link ContractMismatch}; or {@link ContextMismatch} with every
   *     difference
   */
  public Try<Artifact> admit(Artifact artifact, PluginOrigin origin, Contract contract) {
    Contract builtFor = artifact.provenance().contract();
    if (!builtFor.equals(contract)) {
      return Try.failure(new ContractMismatch(origin.name(), builtFor, contract));
    }
    return runtime
        .identity()
        .map(present -> new CurrentContext(compiler.identity().toOption(), present))
        .map(now -> artifact.provenance().differencesFrom(now, policy))
        .flatMap(differences -> judge(artifact, origin, differences))
        .peek(
            admitted ->
                events.accept(
                    new Event.Admitted(origin.name(), artifact.provenance().mainClass())));
  }

  private static Try<Artifact> judge(
      Artifact artifact, PluginOrigin origin, List<Difference> differences) {
    return differences.isEmpty()
        ? Try.success(artifact)
        : Try.failure(new ContextMismatch(origin.name(), differences));
  }
}
