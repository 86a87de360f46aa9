package dev.loadstone.domain.compilation;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.InlinedConstant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a compiler used of the host.
 *
 * @param classes the host's classes that the compilation depended on, with the very bytes that were
 *     read, sorted by name
 * @param constants the host's constants whose values the compiler used; a compiler that cannot tell
 *     gives none
 * @param absentClasses the binary names of classes that the host does not have, and that would
 *     change what the sources mean if it had; a compiler that cannot tell gives none
 */
public record HostUse(
    List<ClassFile> classes,
    SortedSet<InlinedConstant> constants,
    SortedSet<String> absentClasses) {

  /** Of a compilation that used the JDK alone. */
  public static final HostUse NONE = of(List.of());

  public HostUse {
    classes = List.copyOf(classes);
    constants = Collections.unmodifiableSortedSet(new TreeSet<>(constants));
    absentClasses = Collections.unmodifiableSortedSet(new TreeSet<>(absentClasses));
  }

  /**
   * Makes what a compiler gives that can tell the classes alone.
   *
   * @param classes the classes that were used, sorted by name
   */
  public static HostUse of(List<ClassFile> classes) {
    return new HostUse(classes, new TreeSet<>(), new TreeSet<>());
  }
}
