package dev.loadstone.domain.context;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of the host a compilation depended on. The JDK's classes are not in it: the runtime's
 * release stands for them.
 *
 * @param classes the digests of each class that was used, by its binary name
 * @param absentClasses the binary names of classes that were looked for and not found, and would
 *     change what the sources mean
 * @param constants the constants whose values are in the plugin
 * @param inheritedMembers the members that must not become hidden by private ones
 */
public record HostDependencies(
    SortedMap<String, ClassDigests> classes,
    SortedSet<String> absentClasses,
    SortedSet<InlinedConstant> constants,
    SortedSet<InheritedMember> inheritedMembers) {

  /** Of a compilation that used the JDK alone. */
  public static final HostDependencies NONE =
      new HostDependencies(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  public HostDependencies {
    Objects.requireNonNull(classes, "classes");
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    absentClasses = Collections.unmodifiableSortedSet(new TreeSet<>(absentClasses));
    constants = Collections.unmodifiableSortedSet(new TreeSet<>(constants));
    inheritedMembers = Collections.unmodifiableSortedSet(new TreeSet<>(inheritedMembers));
  }
}
