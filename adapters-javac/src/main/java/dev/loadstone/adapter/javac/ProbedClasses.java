package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The classes of the host that no listing holds and that were found by their names.
 *
 * <p>Javac asks for the classes of a package once, before it knows which it will need. So the class
 * files of found classes are read ahead, breadth first, for the names in them. What lies beyond the
 * limit is found when javac has opened a class that names it; then the compilation is repeated.
 */
final class ProbedClasses {

  /** Enough for a plugin's surroundings; reading a class file through a loader may cost 0.1 ms. */
  private static final int READ_AHEAD = 256;

  private final HostView host;
  private final Map<String, TreeSet<String>> found = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  ProbedClasses(HostView host) {
    this.host = host;
  }

  /** Returns those that were found in a package. */
  Collection<String> in(String packageName) {
    return found.getOrDefault(packageName, new TreeSet<>());
  }

  /**
   * Asks the host for classes by name in those packages that it does not list completely.
   *
   * @return whether one was found that was not known; a failure is the host view's
   */
  Try<Boolean> seek(Collection<String> names) {
    return seek(names, false);
  }

  /** Does what {@link #seek} does, also where the host claims that it lists every class. */
  Try<Boolean> seekEverywhere(Collection<String> names) {
    return seek(names, true);
  }

  private Try<Boolean> seek(Collection<String> names, boolean everywhere) {
    Deque<String> next = new ArrayDeque<>(names);
    int unread = READ_AHEAD;
    boolean isFound = false;
    while (!next.isEmpty()) {
      Try<Option<ClassFile>> answer = ask(next.remove(), everywhere);
      if (answer.isFailure()) {
        return answer.map(Option::isDefined);
      }
      if (answer.get().isDefined()) {
        isFound = true;
        if (unread > 0) {
          unread--;
          next.addAll(namesIn(answer.get().get()));
        }
      }
    }
    return Try.success(isFound);
  }

  private Try<Option<ClassFile>> ask(String name, boolean everywhere) {
    String packageName = ClassFile.packageOf(name);
    if (packageName.isEmpty() || asked.contains(name)) {
      return Try.success(Option.none());
    }
    return isListed(name, packageName, everywhere)
        .flatMap(
            isListed -> {
              if (isListed) {
                return Try.success(Option.none());
              }
              asked.add(name);
              return host.classFile(name)
                  .onSuccess(file -> file.forEach(each -> add(packageName, name)));
            });
  }

  private void add(String packageName, String name) {
    found.computeIfAbsent(packageName, unused -> new TreeSet<>()).add(name);
  }

  private Try<Boolean> isListed(String name, String packageName, boolean everywhere) {
    return host.listsAll(packageName)
        .flatMap(
            listsAll ->
                listsAll && !everywhere
                    ? Try.success(true)
                    : host.classesIn(packageName).map(listed -> listed.contains(name)));
  }

  private static SortedSet<String> namesIn(ClassFile file) {
    return ConstantPool.of(file).classNames();
  }
}
