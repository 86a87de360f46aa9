package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
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
 * The host's classes and the JDK's, for one check: each is read once, and stays what it was.
 *
 * <p>The first failure of a port is kept, and what was asked for then is not found; whoever asked
 * has to ask {@link #unlessFailed} in the end.
 */
final class PresentClasses implements ClassLookup {

  private final HostView host;
  private final HostRuntime runtime;
  private final HostAbis abis;
  private final RuntimeIdentity present;
  private final Map<String, Found> found = new HashMap<>();
  private final Answers answers = new Answers();

  PresentClasses(HostView host, HostRuntime runtime, HostAbis abis, RuntimeIdentity present) {
    this.present = present;
    this.host = host;
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
    Try<Option<ClassFile>> ofHost = host.classFile(binaryName);
    if (ofHost.isFailure()) {
      return Found.unreadable(UnreadableClass.reasonOf(ofHost.getCause()));
    }
    if (ofHost.get().isDefined()) {
      return read(ofHost.get().get(), false);
    }
    Option<ClassFile> ofJdk = answers.of(runtime.platformClass(binaryName), Option.none());
    return ofJdk.isDefined() ? read(ofJdk.get(), true) : Found.NOTHING;
  }

  private Found read(ClassFile classFile, boolean isOfJdk) {
    Option<String> ofOtherRelease = present.whyUnreadable(classFile);
    return ofOtherRelease.isDefined()
        ? Found.unreadable(ofOtherRelease.get())
        : abis.abi(classFile)
            .fold(
                unreadable -> Found.unreadable(UnreadableClass.reasonOf(unreadable)),
                abi -> new Found(Option.some(classFile), Option.some(abi), Option.none(), isOfJdk));
  }

  private record Found(
      Option<ClassFile> classFile,
      Option<ClassAbi> abi,
      Option<String> unreadable,
      boolean isOfJdk) {

    static Found unreadable(String reason) {
      return new Found(Option.none(), Option.none(), Option.some(reason), false);
    }

    static final Found NOTHING = new Found(Option.none(), Option.none(), Option.none(), false);
  }
}
