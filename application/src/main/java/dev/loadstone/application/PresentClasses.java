package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.abi.difference.HostDifferences;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compatibility.ClassLookup;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.context.RuntimeIdentity;
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
 * <p>A class file that cannot be read is told by {@link #unreadable}. The first other failure of a
 * port is kept, and what was asked for then is not found; whoever asked has to ask {@link
 * #unlessFailed} in the end.
 */
final class PresentClasses implements ClassLookup {

  private final HostView host;
  private final HostRuntime runtime;
  private final HostAbis abis;
  private final RuntimeIdentity present;
  private final Map<String, Found> found = new HashMap<>();
  private final Map<String, String> unreadableMembers = new HashMap<>();
  private final FirstFailure failure = new FirstFailure();

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
    return found(binaryName)
        .unreadable()
        .orElse(() -> Option.of(unreadableMembers.get(binaryName)));
  }

  @Override
  public Option<String> hidden(String binaryName) {
    return found(binaryName).hidden();
  }

  @Override
  public boolean isOfJdk(String binaryName) {
    return found(binaryName).isOfJdk();
  }

  @Override
  public SortedSet<String> privateMembers(String binaryName) {
    return found(binaryName)
        .classFile()
        .map(
            classFile ->
                abis.privateMembers(classFile)
                    .onFailure(
                        failure ->
                            unreadableMembers.put(binaryName, UnreadableClass.reasonOf(failure)))
                    .getOrElse(Collections.emptySortedSet()))
        .getOrElse(Collections.emptySortedSet());
  }

  /** Returns what was found out with these classes, or why one could not be looked for. */
  <T> Try<T> unlessFailed(T result) {
    return failure.orElse(result);
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
    return host.classFileForHost(binaryName)
        .fold(
            failure -> Found.unreadable(failure, false),
            found ->
                found.fold(
                    () -> lookInJdk(binaryName), classFile -> foundInHost(binaryName, classFile)));
  }

  private Found foundInHost(String binaryName, ClassFile classFile) {
    return host.classFile(binaryName)
        .fold(
            failure -> Found.unreadable(failure, false),
            forPlugins ->
                read(
                    classFile,
                    forPlugins.isEmpty() ? whyHidden(binaryName) : Option.none(),
                    false));
  }

  private Found lookInJdk(String binaryName) {
    return runtime
        .platformClass(binaryName)
        .fold(
            failure -> Found.unreadable(failure, true),
            forPlugins ->
                forPlugins.fold(
                    () -> lookInHiddenJdk(binaryName),
                    classFile -> read(classFile, Option.none(), true)));
  }

  private Found lookInHiddenJdk(String binaryName) {
    return runtime
        .platformClassForHost(binaryName)
        .fold(
            failure -> Found.unreadable(failure, true),
            forHost ->
                forHost.fold(
                    () -> Found.NOTHING,
                    classFile ->
                        read(classFile, Option.some(HostDifferences.notExported()), true)));
  }

  private Option<String> whyHidden(String binaryName) {
    return failure
        .valueOf(host.hidingOf(binaryName), Option.<Hiding>none())
        .map(HostDifferences::hidden);
  }

  private Found read(ClassFile classFile, Option<String> hidden, boolean isOfJdk) {
    Option<String> ofOtherRelease = present.whyUnreadable(classFile);
    return ofOtherRelease.isDefined()
        ? new Found(Option.none(), Option.none(), ofOtherRelease, hidden, isOfJdk)
        : abis.abi(classFile)
            .fold(
                unreadable -> Found.unreadable(unreadable, isOfJdk),
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

    static final Found NOTHING =
        new Found(Option.none(), Option.none(), Option.none(), Option.none(), false);

    static Found unreadable(Throwable failure, boolean isOfJdk) {
      return new Found(
          Option.none(),
          Option.none(),
          Option.some(UnreadableClass.reasonOf(failure)),
          Option.none(),
          isOfJdk);
    }
  }
}
