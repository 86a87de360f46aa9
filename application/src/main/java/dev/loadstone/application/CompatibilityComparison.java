package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.difference.HostDifferences;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.compatibility.BinaryCompatibility;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what linking an artifact with the present host and JDK would notice. */
final class CompatibilityComparison {

  private final HostView host;
  private final HostRuntime runtime;
  private final ClassFileReader classFiles;
  private final HostAbis abis;

  CompatibilityComparison(
      HostView host, HostRuntime runtime, ClassFileReader classFiles, HostAbis abis) {
    this.host = host;
    this.runtime = runtime;
    this.classFiles = classFiles;
    this.abis = abis;
  }

  /** Finds the differences, what hinders finding them among these. */
  Try<List<Difference>> differences(Artifact artifact, RuntimeIdentity present) {
    PluginClasses plugin = PluginClasses.read(artifact.classFiles(), classFiles);
    Map<String, ClassAbi> recorded = artifact.recordedAbis().read();
    List<Difference> found = new ArrayList<>();
    plugin
        .unreadable()
        .forEach(
            each -> found.add(HostDifferences.pluginUnreadable(each.binaryName(), each.reason())));
    addNotRecorded(artifact, recorded, found);
    PresentClasses classes = new PresentClasses(host, runtime, abis, present);
    found.addAll(
        new BinaryCompatibility(classes, name -> Option.of(recorded.get(name)))
            .differences(
                plugin.classes(),
                artifact.provenance().dependencies().constants(),
                contractClass(artifact.provenance().contract())));
    return classes.unlessFailed(List.copyOf(found));
  }

  private static void addNotRecorded(
      Artifact artifact, Map<String, ClassAbi> recorded, List<Difference> found) {
    for (Map.Entry<String, ClassDigests> used :
        artifact.provenance().dependencies().classes().entrySet()) {
      ClassAbi abi = recorded.get(used.getKey());
      if (abi == null || !abi.digest().equals(used.getValue().abi())) {
        found.add(HostDifferences.notRecorded(used.getKey()));
      }
    }
  }

  private static Option<String> contractClass(Contract contract) {
    return contract instanceof Contract.HostType type
        ? Option.some(type.rawClass())
        : Option.none();
  }
}
