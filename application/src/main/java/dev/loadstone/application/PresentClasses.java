package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.context.HostDifferences;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.linkage.ClassLookup;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * The host's classes as they see each other and the JDK's, for one check: each is read once, and
 * stays what it was.
 *
 * <p>The first failure of a port is kept, and what was asked for then is not found; whoever asked
 * has to ask {@link #unlessFailed} in the end.
 */
final class PresentClasses implements ClassLookup {

  private final HostView host;
  private final HostTypes types;
  private final HostRuntime runtime;
  private final HostAbis abis;
  private final RuntimeIdentity present;
  private final Map<String, Found> found = new HashMap<>();
  private final Answers answers = new Answers();

  PresentClasses(HostView host, HostRuntime runtime, HostAbis abis, RuntimeIdentity present) {
    this.present = present;
    this.host = host;
    this.types = new HostTypes(host);
    this.runtime = runtime;
    this.abis = abis;
  }

  @Override
  public Option<ClassAbi> find(String binaryName) {
    return found(binaryName).abi();
  }

  @Override
  public Option<String> unreadable(String binaryName) {
    return found(binaryName).unreadable();
  }

  @Override
  public Option<String> hidden(String binaryName) {
    return found(binaryName).hidden();
  }

  @Override
  public boolean isUnknown(String binaryName) {
    return found(binaryName).isNothing()
        && answers.of(types.has(binaryName), false)
        && answers.of(host.hiddenBy(ClassFile.packageOf(binaryName)), Option.none()).isEmpty();
  }

  @Override
  public boolean isOfJdk(String binaryName) {
    return found(binaryName).isOfJdk();
  }

  @Override
  public SortedSet<String> privateMembers(String binaryName) {
    return found(binaryName)
        .classFile()
        .map(abis::privateMembers)
        .getOrElse(Collections.emptySortedSet());
  }

  /** Returns what was found out with these classes, or why one could not be looked for. */
  <T> Try<T> unlessFailed(T result) {
    return answers.unlessFailed(result);
  }

  private Found found(String binaryName) {
    Found known = found.get(binaryName);
    if (known == null) {
      known = look(binaryName);
      found.put(binaryName, known);
    }
    return known;
  }

  private Found look(String binaryName) {
    Try<Option<ClassFile>> ofHost = host.classFileForHost(binaryName);
    if (ofHost.isFailure()) {
      return Found.unreadable(UnreadableClass.reasonOf(ofHost.getCause()), whyHidden(binaryName));
    }
    if (ofHost.get().isDefined()) {
      return read(ofHost.get().get(), whyHidden(binaryName), false);
    }
    Option<ClassFile> ofJdk = answers.of(runtime.platformClass(binaryName), Option.none());
    return ofJdk.isDefined() ? read(ofJdk.get(), Option.none(), true) : Found.NOTHING;
  }

  private Option<String> whyHidden(String binaryName) {
    Try<Option<ClassFile>> forPlugins = host.classFile(binaryName);
    if (forPlugins.isFailure() || forPlugins.get().isDefined()) {
      return Option.none();
    }
    return answers
        .of(host.hidingOf(binaryName), Option.<Hiding>none())
        .map(HostDifferences::hidden);
  }

  private Found read(ClassFile classFile, Option<String> hidden, boolean isOfJdk) {
    Option<String> ofOtherRelease = present.whyUnreadable(classFile);
    return ofOtherRelease.isDefined()
        ? Found.unreadable(ofOtherRelease.get(), hidden)
        : abis.abi(classFile)
            .fold(
                unreadable -> Found.unreadable(UnreadableClass.reasonOf(unreadable), hidden),
                abi ->
                    new Found(
                        Option.some(classFile), Option.some(abi), Option.none(), hidden, isOfJdk));
  }

  private record Found(
      Option<ClassFile> classFile,
      Option<ClassAbi> abi,
      Option<String> unreadable,
      Option<String> hidden,
      boolean isOfJdk) {

    static Found unreadable(String reason, Option<String> hidden) {
      return new Found(Option.none(), Option.none(), Option.some(reason), hidden, false);
    }

    static final Found NOTHING =
        new Found(Option.none(), Option.none(), Option.none(), Option.none(), false);

    boolean isNothing() {
      return classFile.isEmpty() && unreadable.isEmpty();
    }
  }
}
