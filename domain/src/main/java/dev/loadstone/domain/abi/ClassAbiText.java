package dev.loadstone.domain.abi;

import dev.loadstone.domain.content.KeyedLines;
import io.vavr.control.Option;
import java.util.List;

/** Writes the text that {@link ClassAbiParser} reads. */
final class ClassAbiText {

  static final String CLASS = "class";
  static final String MODIFIERS = "modifiers";
  static final String NESTED_IN = "nested-in";
  static final String NESTED_AS = "nested-as";
  static final String LINKED_AS = "linked-as";
  static final String SIGNATURE = "signature";
  static final String SUPERCLASS = "superclass";
  static final String INTERFACE = "interface";
  static final String PERMITS = "permits";
  static final String ANNOTATION = "annotation";
  static final String ATTRIBUTE = "attribute";
  static final String COMPONENT = "component";
  static final String ENUM_CONSTANT = "enum-constant";
  static final String MEMBER_CLASS = "member-class";
  static final String SIMPLE_NAME = "simple-name";
  static final String FIELD = "field";
  static final String CONSTANT = "constant";
  static final String METHOD = "method";
  static final String THROWS = "throws";
  static final String DEFAULT = "default";
  static final String INDENT = " ";

  private final StringBuilder text = new StringBuilder();

  private ClassAbiText() {}

  static String of(ClassAbi type) {
    ClassAbiText text = new ClassAbiText();
    text.write(type);
    return text.text.toString();
  }

  private void write(ClassAbi type) {
    line("", CLASS, type.name());
    line("", MODIFIERS, type.modifiers().toString());
    type.nesting().forEach(this::write);
    option("", SIGNATURE, type.signature());
    option("", SUPERCLASS, type.superclass());
    each("", INTERFACE, type.interfaces());
    each("", PERMITS, type.permittedSubclasses());
    metadata("", type.metadata());
    for (RecordComponentAbi component : type.recordComponents()) {
      member(COMPONENT, component.name(), component.descriptor());
      option(INDENT, SIGNATURE, component.signature());
      metadata(INDENT, component.metadata());
    }
    each("", ENUM_CONSTANT, type.enumConstants());
    for (MemberClassAbi member : type.memberClasses()) {
      line("", MEMBER_CLASS, member.name());
      line(INDENT, SIMPLE_NAME, member.simpleName());
      line(INDENT, MODIFIERS, member.modifiers().toString());
    }
    for (FieldAbi field : type.fields()) {
      write(field);
    }
    for (MethodAbi method : type.methods()) {
      write(method);
    }
  }

  private void write(Nesting nesting) {
    line("", NESTED_IN, nesting.outer());
    line("", NESTED_AS, nesting.simpleName());
    line("", LINKED_AS, nesting.linkageModifiers().toString());
  }

  private void write(FieldAbi field) {
    member(FIELD, field.name(), field.descriptor());
    line(INDENT, MODIFIERS, field.modifiers().toString());
    option(INDENT, SIGNATURE, field.signature());
    field.constant().forEach(constant -> line(INDENT, CONSTANT, constant.text()));
    metadata(INDENT, field.metadata());
  }

  private void write(MethodAbi method) {
    member(METHOD, method.name(), method.descriptor());
    line(INDENT, MODIFIERS, method.modifiers().toString());
    option(INDENT, SIGNATURE, method.signature());
    each(INDENT, THROWS, method.exceptions());
    option(INDENT, DEFAULT, method.annotationDefault());
    metadata(INDENT, method.metadata());
  }

  private void metadata(String indent, Metadata metadata) {
    each(indent, ANNOTATION, metadata.annotations());
    for (UnknownAttribute attribute : metadata.unknownAttributes()) {
      KeyedLines.append(
          text, indent + ATTRIBUTE, List.of(attribute.content().hex()), attribute.name());
    }
  }

  private void member(String key, String name, String descriptor) {
    KeyedLines.append(text, key, List.of(name), descriptor);
  }

  private void option(String indent, String key, Option<String> value) {
    value.forEach(each -> line(indent, key, each));
  }

  private void each(String indent, String key, List<String> values) {
    for (String value : values) {
      line(indent, key, value);
    }
  }

  private void line(String indent, String key, String value) {
    KeyedLines.append(text, indent + key, value);
  }
}
