package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.linkage.Linkage;
import dev.loadstone.domain.linkage.PluginClass;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
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

  Try<List<Difference>> differences(Artifact artifact) {
    Lazy<Map<String, ClassAbi>> recorded = Lazy.of(artifact.recordedAbis()::read);
    PresentClasses present = new PresentClasses(host, runtime, abis);
    List<Difference> differences =
        new Linkage(present, name -> Option.of(recorded.get().get(name)))
            .differences(
                pluginClasses(artifact),
                artifact.provenance().dependencies().constants(),
                contractClass(artifact.provenance().contract()));
    return present.unlessFailed(differences);
  }

  private static Option<String> contractClass(Contract contract) {
    return contract instanceof Contract.HostType type
        ? Option.some(type.rawClass())
        : Option.none();
  }

  // A class file that is not understood is of a later release, and a difference already; or it is
  // malformed, which is for the loader to say.
  private List<PluginClass> pluginClasses(Artifact artifact) {
    List<PluginClass> classes = new ArrayList<>();
    for (ClassFile file : artifact.classFiles()) {
      Try<PluginClass> read =
          classFiles
              .abi(file)
              .flatMap(
                  abi ->
                      classFiles
                          .references(file)
                          .flatMap(
                              references ->
                                  classFiles
                                      .privateMembers(file)
                                      .map(hidden -> new PluginClass(abi, references, hidden))));
      read.forEach(classes::add);
    }
    return classes;
  }
}
