package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compatibility.InheritedMembers;
import dev.loadstone.domain.compatibility.PluginClass;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.RecordingFailed;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out what of the host a compilation depended on: what the compiler used, what the class
 * files name, and the contract; each with its supertypes.
 */
public final class RecordDependencies {

  private final ClassFileReader classFiles;
  private final HostAbis abis;

  /**
   * Makes the use case.
   *
   * @param classFiles reads class files
   * @param abis the ABIs of the host's classes
   */
  public RecordDependencies(ClassFileReader classFiles, HostAbis abis) {
    this.classFiles = Objects.requireNonNull(classFiles, "classFiles");
    this.abis = Objects.requireNonNull(abis, "abis");
  }

  /**
   * Records what a compilation depended on.
   *
   * @param compilation the compilation
   * @param contract what it was compiled for
   * @param host the very view that it was compiled against
   * @return what it depended on, or the failure of the host view
   */
  Try<Recorded> record(Compilation compilation, Contract contract, HostView host) {
    PluginClasses plugin = PluginClasses.read(compilation.classFiles(), classFiles);
    return new HostClosure(abis, host)
        .add(compilation.hostUse().classes())
        .flatMap(closure -> closure.addPresent(named(compilation, contract, plugin.classes())))
        .map(closure -> recorded(compilation, plugin, closure));
  }

  private static SortedSet<String> named(
      Compilation compilation, Contract contract, Collection<PluginClass> plugin) {
    SortedSet<String> names = new TreeSet<>();
    if (contract instanceof Contract.HostType type) {
      names.add(type.rawClass());
    }
    for (PluginClass each : plugin) {
      names.addAll(each.references().classes());
      names.addAll(each.references().mentioned());
    }
    compilation.classFiles().forEach(own -> names.remove(own.binaryName()));
    return names;
  }

  private Recorded recorded(Compilation compilation, PluginClasses plugin, HostClosure closure) {
    SortedMap<String, ClassDigests> classes = new TreeMap<>();
    for (ClassFile each : closure.classFiles().values()) {
      ClassAbi abi = closure.abis().get(each.binaryName());
      Digest content = abis.contentDigest(each);
      classes.put(
          each.binaryName(), new ClassDigests(abi == null ? content : abi.digest(), content));
    }
    SortedSet<String> absent = new TreeSet<>(compilation.hostUse().absentClasses());
    absent.addAll(closure.absent());
    return new Recorded(
        new HostDependencies(
            classes,
            absent,
            compilation.hostUse().constants(),
            InheritedMembers.of(plugin.classes(), closure.abis())),
        RecordedAbis.of(closure.abis().values()),
        Option.ofOptional(plugin.unreadable().stream().findFirst()).orElse(closure.unreadable()));
  }

  /**
   * What a compilation depended on.
   *
   * @param dependencies the names and digests
   * @param abis the ABIs of the classes among them
   * @param unreadable why this is not all: of the first class that could not be read
   */
  record Recorded(
      HostDependencies dependencies, RecordedAbis abis, Option<UnreadableClass> unreadable) {

    /** Returns an artifact with these dependencies as one that may be kept if these are all. */
    Artifact marked(Artifact artifact) {
      return unreadable
          .map(
              why ->
                  artifact.asMemoryOnly(new RecordingFailed(why.binaryName(), why.reason(), why)))
          .getOrElse(artifact);
    }
  }
}
