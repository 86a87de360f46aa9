package dev.loadstone.domain.abi;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.KeyedLines;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What other classes can see of one class; the package's description says what counts.
 *
 * @param name the binary name
 * @param modifiers the modifiers, for a nested class as in the source
 * @param nesting how it is nested, none for a top-level class
 * @param signature the generic signature, where it has one
 * @param superclass the binary name of the superclass, none for {@code Object}; an interface has
 *     {@code Object}
 * @param interfaces the binary names of the direct superinterfaces, in their order
 * @param permittedSubclasses the binary names of the only direct subclasses that a sealed class may
 *     have, sorted; empty for any other class
 * @param recordComponents the record components, in their order
 * @param enumConstants the names of the enum constants, in their order
 * @param memberClasses the member classes, sorted by name
 * @param fields the fields, sorted by name and descriptor
 * @param methods the methods and constructors, sorted by name and descriptor
 * @param metadata what it carries
 */
public record ClassAbi(
    String name,
    Modifiers modifiers,
    Option<Nesting> nesting,
    Option<String> signature,
    Option<String> superclass,
    List<String> interfaces,
    List<String> permittedSubclasses,
    List<RecordComponentAbi> recordComponents,
    List<String> enumConstants,
    List<MemberClassAbi> memberClasses,
    List<FieldAbi> fields,
    List<MethodAbi> methods,
    Metadata metadata) {

  public ClassAbi {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(modifiers, "modifiers");
    Objects.requireNonNull(nesting, "nesting");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(superclass, "superclass");
    interfaces = List.copyOf(interfaces);
    permittedSubclasses = sorted(permittedSubclasses, Comparator.naturalOrder());
    recordComponents = List.copyOf(recordComponents);
    enumConstants = List.copyOf(enumConstants);
    memberClasses = sorted(memberClasses, MemberClassAbi.ORDER);
    fields = sorted(fields, FieldAbi.ORDER);
    methods = sorted(methods, MethodAbi.ORDER);
    Objects.requireNonNull(metadata, "metadata");
  }

  private static <T> List<T> sorted(List<T> parts, Comparator<? super T> order) {
    return parts.stream().sorted(order).toList();
  }

  /**
   * Reads what {@link #text()} gave, and nothing else.
   *
   * @param text the text
   * @return the ABI, or an {@link IllegalArgumentException} that says what is malformed
   */
  public static Try<ClassAbi> parse(String text) {
    return ClassAbiParser.parse(text);
  }

  /**
   * Splits texts that follow one another.
   *
   * @param texts what {@link #text()} gave for several classes
   * @return the text of each, in their order; together they are {@code texts}
   */
  public static List<String> split(String texts) {
    return KeyedLines.split(texts, ClassAbiText.CLASS);
  }

  /**
   * Returns the one text of this ABI. Lines begin with a key; those of a member follow the line
   * that names it, and are indented.
   *
   * @return the text, each line of which ends in a line feed; equal for equal ABIs only
   */
  public String text() {
    return ClassAbiText.of(this);
  }

  /**
   * Returns the digest of the text.
   *
   * @return the digest of {@link #text()} in UTF-8; it is computed at each call
   */
  public Digest digest() {
    return Digest.of(Bytes.ofUtf8(text()));
  }

  /**
   * Returns the access flags that linking goes by (JVMS 5.4.4), which are not those of the source
   * where the class is nested.
   *
   * @return the class file's own access flags
   */
  public Modifiers linkageModifiers() {
    return nesting.map(Nesting::linkageModifiers).getOrElse(modifiers);
  }
}
