package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Nesting;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes of the host together with those whose declarations belong to theirs: superclasses,
 * superinterfaces and the classes around them, as what is inherited is nowhere else to be seen.
 *
 * <p>A class that cannot be read is not followed, and {@link #unreadable} says so: what it inherits
 * is not known.
 *
 * <p>Permitted subclasses are not followed: their names are in the sealed class's ABI, and a
 * compiler that asks more of one has opened it.
 */
final class HostClosure {

  private final HostAbis reader;
  private final HostView host;
  private final HostTypes present;
  private final SortedMap<String, ClassFile> classFiles = new TreeMap<>();
  private final SortedMap<String, ClassAbi> abis = new TreeMap<>();
  private final SortedSet<String> absent = new TreeSet<>();
  private final Deque<ClassFile> unread = new ArrayDeque<>();
  private Option<UnreadableClass> unreadable = Option.none();

  HostClosure(HostAbis reader, HostView host) {
    this.reader = reader;
    this.host = host;
    this.present = new HostTypes(host);
  }

  /** Adds classes, with all that belongs to them; a failure is the host view's. */
  Try<HostClosure> add(Collection<ClassFile> used) {
    used.forEach(this::meet);
    while (!unread.isEmpty()) {
      Try<HostClosure> followed = follow(unread.pop());
      if (followed.isFailure()) {
        return followed;
      }
    }
    return Try.success(this);
  }

  /** Adds those of some classes that are the host's; a failure is the host view's. */
  Try<HostClosure> addPresent(Collection<String> names) {
    return Tries.traverse(names, this::find)
        .map(found -> found.stream().flatMap(Option::toJavaStream).toList())
        .flatMap(this::add);
  }

  /** Returns the class files, by name. */
  SortedMap<String, ClassFile> classFiles() {
    return classFiles;
  }

  /** Returns the ABIs of those that can be read, by name. */
  SortedMap<String, ClassAbi> abis() {
    return abis;
  }

  /** Returns the names of supertypes that exist nowhere. */
  SortedSet<String> absent() {
    return absent;
  }

  /** Returns why the first class that could not be followed could not be read. */
  Option<UnreadableClass> unreadable() {
    return unreadable;
  }

  private void meet(ClassFile classFile) {
    if (classFiles.putIfAbsent(classFile.binaryName(), classFile) == null) {
      unread.push(classFile);
    }
  }

  private Try<HostClosure> follow(ClassFile classFile) {
    return reader
        .abi(classFile)
        .fold(
            unreadable -> {
              note(UnreadableClass.of(classFile.binaryName(), unreadable));
              return Try.success(this);
            },
            this::follow);
  }

  private Try<HostClosure> follow(ClassAbi type) {
    abis.put(type.name(), type);
    return Tries.traverse(neighbours(type), this::meet).map(met -> this);
  }

  private Try<Boolean> meet(String name) {
    return find(name)
        .peek(found -> found.forEach(this::meet))
        .flatMap(found -> found.isDefined() ? Try.success(true) : exists(name))
        .peek(
            exists -> {
              if (!exists) {
                absent.add(name);
              }
            });
  }

  private Try<Option<ClassFile>> find(String name) {
    ClassFile known = classFiles.get(name);
    return known == null
        ? unlessUnreadable(host.classFile(name), Option.none())
        : Try.success(Option.some(known));
  }

  private Try<Boolean> exists(String name) {
    return unlessUnreadable(present.has(name), true);
  }

  private <T> Try<T> unlessUnreadable(Try<T> answer, T otherwise) {
    if (answer.isSuccess() || !(answer.getCause() instanceof UnreadableClass cause)) {
      return answer;
    }
    note(cause);
    return Try.success(otherwise);
  }

  private void note(UnreadableClass cause) {
    unreadable = unreadable.orElse(Option.some(cause));
  }

  private static List<String> neighbours(ClassAbi type) {
    List<String> names = new ArrayList<>(type.interfaces());
    type.superclass().forEach(names::add);
    type.nesting().map(Nesting::outer).filter(outer -> !outer.isEmpty()).forEach(names::add);
    return names;
  }
}
