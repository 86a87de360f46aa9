package dev.loadstone.application;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.linkage.InheritedMembers;
import dev.loadstone.domain.linkage.PluginClass;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;
import java.util.Collection;
import java.util.List;
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
    List<PluginClass> plugin = PluginClasses.read(compilation.classFiles(), classFiles);
    return new HostClosure(classFiles, host)
        .add(compilation.usedHostClasses())
        .flatMap(closure -> closure.addPresent(named(compilation, contract, plugin)))
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

  private Recorded recorded(
      Compilation compilation, Collection<PluginClass> plugin, HostClosure closure) {
    SortedMap<String, ClassDigests> classes = new TreeMap<>();
    for (ClassFile each : closure.classFiles().values()) {
      classes.put(each.binaryName(), new ClassDigests(abis.digest(each), abis.contentDigest(each)));
    }
    SortedSet<String> absent = new TreeSet<>(compilation.absentClasses());
    absent.addAll(closure.absent());
    return new Recorded(
        new HostDependencies(
            classes,
            absent,
            compilation.inlinedConstants(),
            InheritedMembers.of(plugin, closure.abis())),
        RecordedAbis.of(closure.abis().values()));
  }

  /**
   * What a compilation depended on.
   *
   * @param dependencies the names and digests
   * @param abis the ABIs of the classes among them
   */
  record Recorded(HostDependencies dependencies, RecordedAbis abis) {}
}
