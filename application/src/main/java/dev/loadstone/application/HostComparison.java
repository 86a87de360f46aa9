package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.HostDifferences;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * Tells whether every class that was used is there with the same ABI, and hides none of the
   * inherited members.
   */
  boolean isSame(HostDependencies dependencies, RuntimeIdentity runtime) {
    for (Map.Entry<String, ClassDigests> used : dependencies.classes().entrySet()) {
      Option<ClassFile> now = classFile(used.getKey());
      if (now.isEmpty()
          || runtime.whyUnreadable(now.get()).isDefined()
          || !isSame(used.getValue(), now.get())) {
        return false;
      }
    }
    List<Difference> hidden = new ArrayList<>();
    addHiddenMembers(dependencies, hidden);
    return hidden.isEmpty();
  }

  // Most hosts are the very one that was compiled against: that is seen without reading an ABI.
  private boolean isSame(ClassDigests then, ClassFile now) {
    return abis.contentDigest(now).equals(then.classFile()) || abis.digest(now).equals(then.abi());
  }

  /** Finds every difference, sorted by class. */
  Try<List<Difference>> differences(Artifact artifact, RuntimeIdentity runtime) {
    HostDependencies dependencies = artifact.provenance().dependencies();
    Answers answers = new Answers();
    List<Difference> found = new ArrayList<>();
    addTakenPackages(artifact, answers, found);
    addChangedClasses(artifact, runtime, answers, found);
    addAppearedClasses(dependencies, found);
    addHiddenMembers(dependencies, found);
    return answers.unlessFailed(List.copyOf(found));
  }

  /**
   * Finds the classes that were compiled anew, such that nothing of them that others can see has
   * changed: to be asked where there are no other differences.
   */
  List<Difference> rebuiltClasses(HostDependencies dependencies) {
    List<Difference> found = new ArrayList<>();
    for (Map.Entry<String, ClassDigests> used : dependencies.classes().entrySet()) {
      Option<ClassFile> now = classFile(used.getKey());
      if (now.isDefined() && !abis.contentDigest(now.get()).equals(used.getValue().classFile())) {
        found.add(HostDifferences.rebuilt(used.getKey()));
      }
    }
    return List.copyOf(found);
  }

  private void addTakenPackages(Artifact artifact, Answers answers, List<Difference> found) {
    TreeSet<String> packages = new TreeSet<>();
    for (ClassFile file : artifact.classFiles()) {
      packages.add(file.packageName());
    }
    packages.remove("");
    for (String name : packages) {
      if (answers.of(host.hasPackage(name), false)) {
        found.add(HostDifferences.packageTaken(name));
      }
    }
  }

  private void addChangedClasses(
      Artifact artifact, RuntimeIdentity runtime, Answers answers, List<Difference> found) {
    @Nullable Map<String, ClassAbi> recorded = null;
    for (Map.Entry<String, ClassDigests> used :
        artifact.provenance().dependencies().classes().entrySet()) {
      String name = used.getKey();
      Try<Option<ClassFile>> answer = host.classFile(name);
      if (answer.isFailure()) {
        found.add(HostDifferences.unreadable(name, UnreadableClass.reasonOf(answer.getCause())));
        continue;
      }
      Option<ClassFile> now = answer.get();
      Option<String> unreadable = now.flatMap(runtime::whyUnreadable);
      if (now.isEmpty()) {
        found.add(missing(name, answers));
      } else if (unreadable.isDefined()) {
        found.add(HostDifferences.unreadable(name, unreadable.get()));
      } else if (!isSame(used.getValue(), now.get())) {
        recorded = recorded == null ? artifact.recordedAbis().read() : recorded;
        found.addAll(
            HostDifferences.changed(
                name,
                used.getValue().abi(),
                Option.of(recorded.get(name)),
                abis.digest(now.get()),
                abis.abi(now.get())));
      }
    }
  }

  // What cannot be read is none: a compiler and a loader take it so.
  private Option<ClassFile> classFile(String name) {
    Try<Option<ClassFile>> answer = host.classFile(name);
    return answer.isSuccess() ? answer.get() : Option.none();
  }

  private Difference missing(String name, Answers answers) {
    return answers
        .of(host.hidingOf(name), Option.<Hiding>none())
        .map(hiding -> HostDifferences.hidden(name, hiding))
        .getOrElse(() -> HostDifferences.missing(name));
  }

  private void addAppearedClasses(HostDependencies dependencies, List<Difference> found) {
    for (String name : dependencies.absentClasses()) {
      if (classFile(name).isDefined()) {
        found.add(HostDifferences.appeared(name));
      }
    }
  }

  private void addHiddenMembers(HostDependencies dependencies, List<Difference> found) {
    for (InheritedMember member : dependencies.inheritedMembers()) {
      Option<ClassFile> owner = classFile(member.owner());
      if (owner.isDefined() && abis.privateMembers(owner.get()).contains(member.key())) {
        found.add(HostDifferences.hidden(member));
      }
    }
  }
}
