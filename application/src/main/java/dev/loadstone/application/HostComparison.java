package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.abi.difference.HostDifferences;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.name.LibraryPackages;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns whether every class that was used is there with the same ABI, and hides none of the
   * inherited members. What cannot be read is not the same.
   */
  boolean isSame(HostDependencies dependencies, RuntimeIdentity runtime) {
    for (Map.Entry<String, ClassDigests> used : dependencies.classes().entrySet()) {
      Try<Option<ClassFile>> now = host.classFile(used.getKey());
      if (now.isFailure()
          || now.get().isEmpty()
          || runtime.whyUnreadable(now.get().get()).isDefined()
          || !isSame(used.getValue(), now.get().get())) {
        return false;
      }
    }
    List<Difference> hidden = new ArrayList<>();
    addHiddenMembers(dependencies, hidden);
    return hidden.isEmpty();
  }

  // Most hosts are the very one that was compiled against: that is seen without reading an ABI.
  private boolean isSame(ClassDigests then, ClassFile now) {
    return isUnchanged(then, now) || abis.digest(now).contains(then.abi());
  }

  private boolean isUnchanged(ClassDigests then, ClassFile now) {
    return abis.contentDigest(now).equals(then.classFile());
  }

  /** Finds every difference, sorted by class. */
  Try<List<Difference>> differences(Artifact artifact, RuntimeIdentity runtime) {
    HostDependencies dependencies = artifact.provenance().dependencies();
    FirstFailure failure = new FirstFailure();
    List<Difference> found = new ArrayList<>();
    addTakenPackages(artifact, failure, found);
    addChangedClasses(artifact, runtime, failure, found);
    addAppearedClasses(dependencies, found);
    addHiddenMembers(dependencies, found);
    return failure.orElse(found.stream().distinct().toList());
  }

  /**
   * Finds the packages of an artifact in which others have classes: its own would be given the same
   * names, or sit beside them, whatever it was compiled against.
   */
  Try<List<Difference>> takenPackages(Artifact artifact) {
    FirstFailure failure = new FirstFailure();
    List<Difference> found = new ArrayList<>();
    addTakenPackages(artifact, failure, found);
    return failure.orElse(List.copyOf(found));
  }

  /**
   * Finds the classes that were compiled anew, such that nothing of them that others can see has
   * changed: to be asked where there are no other differences.
   */
  List<Difference> rebuiltClasses(HostDependencies dependencies) {
    List<Difference> found = new ArrayList<>();
    for (Map.Entry<String, ClassDigests> used : dependencies.classes().entrySet()) {
      String name = used.getKey();
      Try<Option<ClassFile>> now = host.classFile(name);
      if (now.isFailure()) {
        found.add(unreadable(name, now.getCause()));
      } else if (now.get().isEmpty()) {
        found.add(HostDifferences.missing(name));
      } else if (!isUnchanged(used.getValue(), now.get().get())) {
        found.add(HostDifferences.rebuilt(name));
      }
    }
    return List.copyOf(found);
  }

  private static Difference unreadable(String name, Throwable failure) {
    return HostDifferences.unreadable(name, UnreadableClass.reasonOf(failure));
  }

  private void addTakenPackages(Artifact artifact, FirstFailure failure, List<Difference> found) {
    TreeSet<String> packages = new TreeSet<>();
    for (ClassFile file : artifact.classFiles()) {
      packages.add(file.packageName());
    }
    packages.remove("");
    for (String name : packages) {
      if (LibraryPackages.has(name)) {
        found.add(HostDifferences.packageReserved(name));
      } else if (failure.valueOf(host.hasPackage(name), false)
          || (!failure.valueOf(host.listsAll(name), true) && hasClassOf(artifact, name, failure))) {
        found.add(HostDifferences.packageTaken(name));
      }
    }
  }

  // Of a package that cannot be listed, the plugin's own classes are what can be asked for.
  private boolean hasClassOf(Artifact artifact, String packageName, FirstFailure failure) {
    for (ClassFile file : artifact.classFiles()) {
      if (file.packageName().equals(packageName)
          && failure.valueOf(host.classFileForHost(file.binaryName()), Option.none()).isDefined()) {
        return true;
      }
    }
    return false;
  }

  private void addChangedClasses(
      Artifact artifact, RuntimeIdentity runtime, FirstFailure failure, List<Difference> found) {
    @Nullable Map<String, ClassAbi> recorded = null;
    for (Map.Entry<String, ClassDigests> used :
        artifact.provenance().dependencies().classes().entrySet()) {
      String name = used.getKey();
      Try<Option<ClassFile>> answer = host.classFile(name);
      if (answer.isFailure()) {
        found.add(unreadable(name, answer.getCause()));
        continue;
      }
      Option<ClassFile> now = answer.get();
      Option<String> unreadable = now.flatMap(runtime::whyUnreadable);
      if (now.isEmpty()) {
        found.add(missing(name, failure));
      } else if (unreadable.isDefined()) {
        found.add(HostDifferences.unreadable(name, unreadable.get()));
      } else if (!isSame(used.getValue(), now.get())) {
        recorded = recorded == null ? artifact.recordedAbis().read() : recorded;
        found.addAll(
            HostDifferences.changed(
                name, used.getValue().abi(), Option.of(recorded.get(name)), abis.abi(now.get())));
      }
    }
  }

  private Difference missing(String name, FirstFailure failure) {
    return failure
        .valueOf(host.hidingOf(name), Option.<Hiding>none())
        .map(hiding -> HostDifferences.hidden(name, hiding))
        .getOrElse(() -> HostDifferences.missing(name));
  }

  private void addAppearedClasses(HostDependencies dependencies, List<Difference> found) {
    for (String name : dependencies.absentClasses()) {
      Try<Option<ClassFile>> now = host.classFile(name);
      if (now.isFailure()) {
        found.add(unreadable(name, now.getCause()));
      } else if (now.get().isDefined()) {
        found.add(HostDifferences.appeared(name));
      }
    }
  }

  private void addHiddenMembers(HostDependencies dependencies, List<Difference> found) {
    for (InheritedMember member : dependencies.inheritedMembers()) {
      Try<SortedSet<String>> members = membersNow(dependencies, member.owner());
      if (members.isFailure()) {
        found.add(unreadable(member.owner(), members.getCause()));
      } else if (members.get().contains(member.key())) {
        found.add(HostDifferences.hidden(member));
      }
    }
  }

  // What is not there hides nothing, and what has not changed nothing new.
  private Try<SortedSet<String>> membersNow(HostDependencies dependencies, String owner) {
    ClassDigests then = dependencies.classes().get(owner);
    return host.classFile(owner)
        .flatMap(
            now ->
                now.isEmpty() || (then != null && isUnchanged(then, now.get()))
                    ? Try.success(Collections.emptySortedSet())
                    : abis.privateMembers(now.get()));
  }
}
