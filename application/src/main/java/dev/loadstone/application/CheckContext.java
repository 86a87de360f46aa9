package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds the differences between the context that an artifact was built in and the present one. No
 * class of either is loaded.
 */
public final class CheckContext {

  private final Compiler compiler;
  private final HostRuntime runtime;
  private final ContextPolicy policy;
  private final HostComparison host;
  private final CompatibilityComparison linkage;

  /**
   * Makes the use case.
   *
   * @param compiler the compiler, which a runtime may lack
   * @param runtime the runtime
   * @param host the host's classes
   * @param classFiles reads class files
   * @param abis the ABIs of the host's classes
   * @param policy which differences count
   */
  public CheckContext(
      Compiler compiler,
      HostRuntime runtime,
      HostView host,
      ClassFileReader classFiles,
      HostAbis abis,
      ContextPolicy policy) {
    this.compiler = Objects.requireNonNull(compiler, "compiler");
    this.runtime = Objects.requireNonNull(runtime, "runtime");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.host = new HostComparison(host, abis);
    this.linkage = new CompatibilityComparison(host, runtime, classFiles, abis);
  }

  /**
   * Compares an artifact's context with the present one.
   *
   * @param artifact the artifact
   * @return every difference that counts under the policy, in a fixed order
   */
  public Try<List<Difference>> differences(Artifact artifact) {
    return PresentContext.of(compiler, runtime).flatMap(now -> differences(artifact, now));
  }

  private Try<List<Difference>> differences(Artifact artifact, CurrentContext now) {
    return switch (policy) {
      case EXACT -> exact(artifact, now);
      case BINARY_COMPATIBLE -> binaryCompatible(artifact, now);
    };
  }

  /**
   * Returns whether the present compiler, runtime and library made an artifact.
   *
   * @param artifact the artifact
   * @return whether they did; a failure if what they are cannot be told
   */
  Try<Boolean> isOfPresentBuild(Artifact artifact) {
    BuildContext made = artifact.provenance().context();
    return PresentContext.of(compiler, runtime)
        .map(
            now ->
                now.compiler().contains(made.compiler()) && now.runtime().equals(made.runtime()));
  }

  /**
   * Compares what of the host an artifact was built against with the present host, whatever the
   * policy: to be used for the artifact that the present compiler and build would make.
   *
   * @param artifact an artifact of the present build
   * @param fidelity how alike the host has to be
   * @return every difference
   */
  Try<List<Difference>> hostDifferences(Artifact artifact, Fidelity fidelity) {
    return runtime
        .identity()
        .flatMap(present -> host.differences(artifact, present))
        .map(
            found ->
                found.isEmpty() && fidelity == Fidelity.IDENTICAL
                    ? host.rebuiltClasses(artifact.provenance().dependencies())
                    : found);
  }

  /**
   * Finds the {@link #differences} that remain where another compiler, or another build of this
   * library, is no reason to refuse an artifact.
   *
   * @param artifact an artifact of another build
   * @return every other difference that counts under the policy
   */
  Try<List<Difference>> differencesBesideBuild(Artifact artifact) {
    return differences(artifact)
        .map(
            found ->
                found.stream()
                    .filter(each -> each.kind() != Difference.Kind.LIBRARY_BUILD)
                    .filter(each -> each.kind() != Difference.Kind.COMPILER)
                    .toList());
  }

  private Try<List<Difference>> exact(Artifact artifact, CurrentContext now) {
    return host.differences(artifact, now.runtime())
        .flatMap(
            ofHost ->
                jdkDifferences(artifact, now)
                    .map(
                        ofJdk -> {
                          List<Difference> found =
                              new ArrayList<>(artifact.provenance().context().differencesFrom(now));
                          found.addAll(now.runtime().unreadable(artifact.classFiles()));
                          found.addAll(ofHost);
                          found.addAll(ofJdk);
                          return List.copyOf(found);
                        }));
  }

  // The runtime's release stands for the JDK that a plugin was compiled against, unless it was
  // compiled for an older one, some of which may be gone.
  private Try<List<Difference>> jdkDifferences(Artifact artifact, CurrentContext now) {
    if (artifact.provenance().settings().release() == now.runtime().featureRelease()) {
      return Try.success(List.of());
    }
    return linkage
        .differences(artifact, now.runtime())
        .map(found -> found.stream().filter(CheckContext::concernsJdk).toList());
  }

  // Where the host is the same, a case is missing of what the JDK has.
  private static boolean concernsJdk(Difference difference) {
    return switch (difference.kind()) {
      case JDK_CLASS, JDK_MEMBER, PLUGIN_CLASS, MISSING_CASE -> true;
      default -> false;
    };
  }

  private Try<List<Difference>> binaryCompatible(Artifact artifact, CurrentContext now) {
    return host.takenPackages(artifact)
        .flatMap(
            taken ->
                linkingDifferences(artifact, now)
                    .map(
                        linking -> {
                          List<Difference> found =
                              new ArrayList<>(now.runtime().unreadable(artifact.classFiles()));
                          found.addAll(taken);
                          found.addAll(linking);
                          return List.copyOf(found);
                        }));
  }

  // The same classes of the host and the same JDK link as they did.
  private Try<List<Difference>> linkingDifferences(Artifact artifact, CurrentContext now) {
    Provenance provenance = artifact.provenance();
    int release = now.runtime().featureRelease();
    boolean sameJdk =
        provenance.context().runtime().featureRelease() == release
            && provenance.settings().release() == release;
    return sameJdk && host.isSame(provenance.dependencies(), now.runtime())
        ? Try.success(List.of())
        : linkage.differences(artifact, now.runtime());
  }
}
