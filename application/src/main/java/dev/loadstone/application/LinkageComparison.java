package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.linkage.Linkage;
import dev.loadstone.domain.linkage.PluginClass;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Map;

/** Finds what linking an artifact with the present host and JDK would notice. */
final class LinkageComparison {

  private final HostView host;
  private final HostRuntime runtime;
  private final ClassFileReader classFiles;
  private final HostAbis abis;

  LinkageComparison(HostView host, HostRuntime runtime, ClassFileReader classFiles, HostAbis abis) {
    this.host = host;
    this.runtime = runtime;
    this.classFiles = classFiles;
    this.abis = abis;
  }

  /** Finds the differences; none where a class of the artifact is not understood. */
  Try<List<Difference>> differences(Artifact artifact, RuntimeIdentity present) {
    List<PluginClass> plugin = PluginClasses.read(artifact.classFiles(), classFiles);
    if (plugin.size() < artifact.classFiles().size()) {
      return Try.success(List.of());
    }
    Lazy<Map<String, ClassAbi>> recorded = Lazy.of(artifact.recordedAbis()::read);
    PresentClasses classes = new PresentClasses(host, runtime, abis, present);
    List<Difference> differences =
        new Linkage(classes, name -> Option.of(recorded.get().get(name)))
            .differences(
                plugin,
                artifact.provenance().dependencies().constants(),
                contractClass(artifact.provenance().contract()));
    return classes.unlessFailed(differences);
  }

  private static Option<String> contractClass(Contract contract) {
    return contract instanceof Contract.HostType type
        ? Option.some(type.rawClass())
        : Option.none();
  }
}
