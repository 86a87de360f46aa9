package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.HostDifferences;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.port.HostView;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares what an artifact depended on of its host with the present host.
 *
 * <p>Names and digests decide; the ABIs are read only to say what a difference is.
 */
final class HostComparison {

  private final HostView host;
  private final HostAbis abis;

  HostComparison(HostView host, HostAbis abis) {
    this.host = host;
    this.abis = abis;
  }

  /** Tells whether every class that was used is there with the same ABI. */
  Try<Boolean> isSame(HostDependencies dependencies) {
    for (Map.Entry<String, ClassDigests> used : dependencies.classes().entrySet()) {
      Try<Option<ClassFile>> now = host.classFile(used.getKey());
      if (now.isFailure()) {
        return Try.failure(now.getCause());
      }
      if (now.get().isEmpty() || !isSame(used.getValue(), now.get().get())) {
        return Try.success(false);
      }
    }
    return Try.success(true);
  }

  // Most hosts are the very one that was compiled against: that is seen without reading an ABI.
  private boolean isSame(ClassDigests then, ClassFile now) {
    return abis.contentDigest(now).equals(then.classFile()) || abis.digest(now).equals(then.abi());
  }

  /** Finds every difference, sorted by class. */
  Try<List<Difference>> differences(Artifact artifact) {
    HostDependencies dependencies = artifact.provenance().dependencies();
    List<Difference> found = new ArrayList<>();
    return takenPackages(artifact)
        .peek(found::addAll)
        .flatMap(next -> changedClasses(artifact))
        .peek(found::addAll)
        .flatMap(next -> appearedClasses(dependencies))
        .peek(found::addAll)
        .flatMap(next -> hiddenMembers(dependencies))
        .peek(found::addAll)
        .map(all -> List.copyOf(found));
  }

  private Try<List<Difference>> takenPackages(Artifact artifact) {
    TreeSet<String> packages = new TreeSet<>();
    artifact.classFiles().forEach(file -> packages.add(file.packageName()));
    packages.remove("");
    return collect(
        packages,
        name ->
            host.hasPackage(name)
                .map(taken -> taken ? List.of(HostDifferences.packageTaken(name)) : List.of()));
  }

  private Try<List<Difference>> changedClasses(Artifact artifact) {
    Lazy<Map<String, ClassAbi>> recorded = Lazy.of(artifact.recordedAbis()::read);
    return collect(
        artifact.provenance().dependencies().classes().entrySet(),
        used ->
            host.classFile(used.getKey())
                .map(now -> changes(used.getKey(), used.getValue(), recorded, now)));
  }

  private List<Difference> changes(
      String name, ClassDigests then, Lazy<Map<String, ClassAbi>> recorded, Option<ClassFile> now) {
    if (now.isEmpty()) {
      return List.of(HostDifferences.missing(name));
    }
    return isSame(then, now.get())
        ? List.of()
        : HostDifferences.changed(
            name,
            then.abi(),
            Option.of(recorded.get().get(name)),
            abis.digest(now.get()),
            abis.abi(now.get()));
  }

  private Try<List<Difference>> appearedClasses(HostDependencies dependencies) {
    return collect(
        dependencies.absentClasses(),
        name ->
            host.classFile(name)
                .map(now -> now.isEmpty() ? List.of() : List.of(HostDifferences.appeared(name))));
  }

  /** Finds the inherited members that private ones hide now. */
  Try<List<Difference>> hiddenMembers(HostDependencies dependencies) {
    return collect(
        dependencies.inheritedMembers(),
        member -> host.classFile(member.owner()).map(now -> hidden(member, now)));
  }

  private List<Difference> hidden(InheritedMember member, Option<ClassFile> owner) {
    String key =
        member.descriptor().startsWith("(")
            ? member.name() + member.descriptor()
            : member.name() + ":" + member.descriptor();
    return owner.exists(file -> abis.privateMembers(file).contains(key))
        ? List.of(HostDifferences.hidden(member))
        : List.of();
  }

  private interface Comparison<T> {
    Try<List<Difference>> of(T one);
  }

  private static <T> Try<List<Difference>> collect(Iterable<T> all, Comparison<T> comparison) {
    List<Difference> found = new ArrayList<>();
    for (T one : all) {
      Try<List<Difference>> differences = comparison.of(one);
      if (differences.isFailure()) {
        return differences;
      }
      found.addAll(differences.get());
    }
    return Try.success(found);
  }
}
