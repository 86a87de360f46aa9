package dev.loadstone.domain.abi;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.KeyedLines;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link ClassAbiText} writes. */
final class ClassAbiParser {

  private final KeyedLines lines;

  private ClassAbiParser(KeyedLines lines) {
    this.lines = lines;
  }

  static Try<ClassAbi> parse(String text) {
    try {
      KeyedLines lines = KeyedLines.of(text);
      ClassAbi type = new ClassAbiParser(lines).type();
      lines.end();
      // Wrong order, other escapes, a missing line feed: all that reads alike but is not alike.
      return type.text().equals(text)
          ? Try.success(type)
          : Try.failure(new IllegalArgumentException("not in canonical form: " + type.name()));
    } catch (IllegalArgumentException e) {
      return Try.failure(e);
    }
  }

  private ClassAbi type() {
    String name = lines.one(ClassAbiText.CLASS);
    Modifiers modifiers = modifiers(ClassAbiText.MODIFIERS);
    Option<Nesting> nesting = nesting();
    Option<String> signature = lines.option(ClassAbiText.SIGNATURE);
    Option<String> superclass = lines.option(ClassAbiText.SUPERCLASS);
    List<String> interfaces = lines.each(ClassAbiText.INTERFACE);
    List<String> permittedSubclasses = lines.each(ClassAbiText.PERMITS);
    Metadata metadata = metadata("");
    return new ClassAbi(
        name,
        modifiers,
        nesting,
        signature,
        superclass,
        interfaces,
        permittedSubclasses,
        recordComponents(),
        lines.each(ClassAbiText.ENUM_CONSTANT),
        memberClasses(),
        fields(),
        methods(),
        metadata);
  }

  private Option<Nesting> nesting() {
    return lines
        .option(ClassAbiText.NESTED_IN)
        .map(
            outer ->
                new Nesting(
                    outer, lines.one(ClassAbiText.NESTED_AS), modifiers(ClassAbiText.LINKED_AS)));
  }

  private List<RecordComponentAbi> recordComponents() {
    List<RecordComponentAbi> components = new ArrayList<>();
    while (lines.hasNext(ClassAbiText.COMPONENT)) {
      List<String> component = lines.several(ClassAbiText.COMPONENT, 2);
      components.add(
          new RecordComponentAbi(
              component.get(0),
              component.get(1),
              lines.option(indented(ClassAbiText.SIGNATURE)),
              metadata(ClassAbiText.INDENT)));
    }
    return components;
  }

  private List<MemberClassAbi> memberClasses() {
    List<MemberClassAbi> members = new ArrayList<>();
    while (lines.hasNext(ClassAbiText.MEMBER_CLASS)) {
      members.add(
          new MemberClassAbi(
              lines.one(ClassAbiText.MEMBER_CLASS),
              lines.one(indented(ClassAbiText.SIMPLE_NAME)),
              modifiers(indented(ClassAbiText.MODIFIERS))));
    }
    return members;
  }

  private List<FieldAbi> fields() {
    List<FieldAbi> fields = new ArrayList<>();
    while (lines.hasNext(ClassAbiText.FIELD)) {
      List<String> field = lines.several(ClassAbiText.FIELD, 2);
      fields.add(
          new FieldAbi(
              field.get(0),
              field.get(1),
              modifiers(indented(ClassAbiText.MODIFIERS)),
              lines.option(indented(ClassAbiText.SIGNATURE)),
              lines.option(indented(ClassAbiText.CONSTANT)).map(ClassAbiParser::constant),
              metadata(ClassAbiText.INDENT)));
    }
    return fields;
  }

  private static Literal constant(String form) {
    return Literal.read(form)
        .getOrElseThrow(() -> new IllegalArgumentException("no constant: " + form));
  }

  private List<MethodAbi> methods() {
    List<MethodAbi> methods = new ArrayList<>();
    while (lines.hasNext(ClassAbiText.METHOD)) {
      List<String> method = lines.several(ClassAbiText.METHOD, 2);
      methods.add(
          new MethodAbi(
              method.get(0),
              method.get(1),
              modifiers(indented(ClassAbiText.MODIFIERS)),
              lines.option(indented(ClassAbiText.SIGNATURE)),
              lines.each(indented(ClassAbiText.THROWS)),
              lines.option(indented(ClassAbiText.DEFAULT)),
              metadata(ClassAbiText.INDENT)));
    }
    return methods;
  }

  private Metadata metadata(String indent) {
    List<String> annotations = lines.each(indent + ClassAbiText.ANNOTATION);
    List<UnknownAttribute> attributes = new ArrayList<>();
    for (List<String> attribute : lines.eachOf(indent + ClassAbiText.ATTRIBUTE, 2)) {
      attributes.add(new UnknownAttribute(attribute.get(1), new Digest(attribute.get(0))));
    }
    return new Metadata(annotations, attributes);
  }

  private Modifiers modifiers(String key) {
    String words = lines.one(key);
    return Modifiers.parse(words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1)));
  }

  private static String indented(String key) {
    return ClassAbiText.INDENT + key;
  }
}
