package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.HostDifferences;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.port.ClassFileReader;
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
  private final ClassFileReader classFiles;
  private final AbiDigests digests;

  HostComparison(HostView host, ClassFileReader classFiles, AbiDigests digests) {
    this.host = host;
    this.classFiles = classFiles;
    this.digests = digests;
  }

  /** Tells whether every class that was used is there with the same ABI. */
  Try<Boolean> isSame(HostDependencies dependencies) {
    for (Map.Entry<String, Digest> used : dependencies.classes().entrySet()) {
      Try<Boolean> same =
          host.classFile(used.getKey())
              .map(file -> file.exists(now -> digests.of(now).equals(used.getValue())));
      if (same.isFailure() || !same.get()) {
        return same;
      }
    }
    return Try.success(true);
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
      String name, Digest then, Lazy<Map<String, ClassAbi>> recorded, Option<ClassFile> now) {
    if (now.isEmpty()) {
      return List.of(HostDifferences.missing(name));
    }
    Digest present = digests.of(now.get());
    return present.equals(then)
        ? List.of()
        : HostDifferences.changed(
            name, then, Option.of(recorded.get().get(name)), present, classFiles.abi(now.get()));
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
    return owner.exists(file -> digests.unseenMembers(file).contains(key))
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
