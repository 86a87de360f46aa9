package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;

/**
 * The host's classes for one compilation: remembers which ones the compiler opened, and the first
 * failure of the host view, which javac would turn into a message of its own.
 *
 * <p>Javac finds classes by listing packages. Where the host cannot list one, javac is shown the
 * classes that were found by name: those that the sources mean, and those that class files name.
 */
final class HostClasses {

  private final Option<HostView> host;
  private final Option<ProbedClasses> probed;
  private final Supplier<Option<SortedSet<String>>> sought;
  private final Map<String, List<String>> listed = new HashMap<>();
  private final TreeMap<String, ClassFile> used = new TreeMap<>();
  private boolean sawIncomplete;
  private boolean isRecording = true;
  private Option<Throwable> failure = Option.none();

  private HostClasses(
      Option<HostView> host,
      Option<ProbedClasses> probed,
      Supplier<Option<SortedSet<String>>> sought) {
    this.host = host;
    this.probed = probed;
    this.sought = sought;
  }

  /**
   * Makes the classes of a host.
   *
   * @param probed those that were found by name so far
   * @param sought the names that the sources mean, once they are parsed
   */
  static HostClasses of(
      HostView host, ProbedClasses probed, Supplier<Option<SortedSet<String>>> sought) {
    return new HostClasses(Option.some(host), Option.some(probed), sought);
  }

  /** Returns the classes of no host, for what only parses. */
  static HostClasses none() {
    return new HostClasses(Option.none(), Option.none(), Option::none);
  }

  /** Lists the class files in a package. */
  List<JavaFileObject> list(String packageName) {
    return orAbort(namesIn(packageName)).stream()
        .<JavaFileObject>map(binaryName -> new HostClassFileObject(binaryName, this))
        .toList();
  }

  /** Lists the binary names of the classes in a package, asking once for each package. */
  Try<List<String>> namesIn(String packageName) {
    List<String> known = listed.get(packageName);
    return known != null
        ? Try.success(known)
        : host.map(view -> find(view, packageName))
            .getOrElse(() -> Try.success(List.of()))
            .onSuccess(names -> listed.put(packageName, names));
  }

  /** Returns whether the host has a class. */
  Try<Boolean> has(String binaryName) {
    return namesIn(ClassFile.packageOf(binaryName)).map(names -> names.contains(binaryName));
  }

  /** Returns whether every class of the host in a package is among those that are listed. */
  Try<Boolean> listsAll(String packageName) {
    return host.map(view -> view.listsAll(packageName)).getOrElse(() -> Try.success(true));
  }

  private Try<List<String>> find(HostView view, String packageName) {
    return view.listsAll(packageName)
        .flatMap(
            listsAll -> {
              sawIncomplete |= !listsAll;
              return listsAll ? Try.success(false) : probe(ProbedClasses::seek, sought.get());
            })
        .flatMap(unused -> view.classesIn(packageName))
        .map(names -> withProbed(names, packageName));
  }

  private List<String> withProbed(List<String> names, String packageName) {
    Collection<String> more = probed.get().in(packageName);
    if (more.isEmpty()) {
      return names;
    }
    TreeSet<String> all = new TreeSet<>(names);
    all.addAll(more);
    return List.copyOf(all);
  }

  private Try<Boolean> probe(
      BiFunction<ProbedClasses, Collection<String>, Try<Boolean>> seek,
      Option<? extends Collection<String>> names) {
    return names.isEmpty() ? Try.success(false) : seek.apply(probed.get(), names.get());
  }

  /**
   * Looks for classes that the compiler would have needed and was not shown.
   *
   * @param failed whether the compiler found errors: then nobody's claim to list every class is
   *     believed, since agents can add classes to the JDK's own loaders
   * @return whether there are some, so that the compilation is to be repeated; a failure is the
   *     host view's
   */
  Try<Boolean> missesAny(boolean failed) {
    if (failure.isDefined() || !(failed || sawIncomplete)) {
      return Try.success(false);
    }
    TreeSet<String> names = new TreeSet<>();
    used.values().forEach(file -> names.addAll(ConstantPool.of(file).classNames()));
    if (failed) {
      sought.get().forEach(names::addAll);
    }
    return probe(failed ? ProbedClasses::seekEverywhere : ProbedClasses::seek, Option.some(names));
  }

  /** Returns the names of classes that the sources mean, none before they are parsed. */
  SortedSet<String> sought() {
    return sought.get().getOrElse(Collections.emptySortedSet());
  }

  /** Reads a class file, once. */
  Bytes open(String binaryName) throws IOException {
    ClassFile opened = used.get(binaryName);
    if (opened == null) {
      opened =
          host.flatMap(view -> orAbort(view.classFile(binaryName)))
              .getOrElseThrow(() -> new FileNotFoundException(binaryName));
      if (isRecording) {
        used.put(binaryName, opened);
      }
    }
    return opened.bytes();
  }

  /** Counts no class file as used that is opened from now on: the compilation is done. */
  void stopRecording() {
    isRecording = false;
  }

  /** Returns whether a class file was opened. */
  boolean isUsed(String binaryName) {
    return used.containsKey(binaryName);
  }

  /** Returns the class files that were opened, sorted by name. */
  List<ClassFile> used() {
    return List.copyOf(used.values());
  }

  /** Returns the first failure of the host view. */
  Option<Throwable> failure() {
    return failure;
  }

  private <T> T orAbort(Try<T> answer) {
    return answer.getOrElseThrow(
        cause -> {
          failure = failure.orElse(Option.some(cause));
          return new IllegalStateException("the host view failed", cause);
        });
  }
}
