package dev.loadstone.domain.abi;

import io.vavr.control.Option;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A {@code switch} over the constants of an enum or over types. The classes and constants that it
 * names are among the other references of its class, too.
 *
 * @param selector the binary name of the class whose values it distinguishes; none where the class
 *     file does not say
 * @param types the binary names of the classes that have a case
 * @param constants the enum constants that have a case, as far as the call site names them (see
 *     {@code java.lang.runtime.SwitchBootstraps}); none where the compiler made an array that maps
 *     ordinals
 * @param isExhaustive whether it has no default, and throws for a value without a case
 */
public record SwitchReference(
    Option<String> selector,
    SortedSet<String> types,
    SortedSet<FieldReference> constants,
    boolean isExhaustive)
    implements Comparable<SwitchReference> {

  private static final Comparator<SwitchReference> ORDER =
      Comparator.<SwitchReference, String>comparing(each -> each.selector().getOrElse(""))
          .thenComparing(each -> each.types().toString())
          .thenComparing(each -> each.constants().toString())
          .thenComparing(SwitchReference::isExhaustive);

  public SwitchReference {
    Objects.requireNonNull(selector, "selector");
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    constants = Collections.unmodifiableSortedSet(new TreeSet<>(constants));
  }

  @Override
  public int compareTo(SwitchReference other) {
    return ORDER.compare(this, other);
  }
}
