package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.Metadata;
import dev.loadstone.domain.abi.UnknownAttribute;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.TypePath;

/** Collects what a class or member carries beside its declaration. */
final class MetadataReading {

  private final List<String> exceptions;
  private final List<String> annotations = new ArrayList<>();
  private final List<UnknownAttribute> attributes = new ArrayList<>();

  MetadataReading() {
    this(List.of());
  }

  /** For a method that declares exceptions, whose types may be annotated. */
  MetadataReading(List<String> exceptions) {
    this.exceptions = exceptions;
  }

  AnnotationVisitor annotation(String descriptor, boolean visible) {
    return AnnotationText.ofAnnotation("", descriptor, visible, annotations::add);
  }

  AnnotationVisitor parameterAnnotation(int parameter, String descriptor, boolean visible) {
    return AnnotationText.ofAnnotation(
        "parameter " + parameter + ": ", descriptor, visible, annotations::add);
  }

  AnnotationVisitor typeAnnotation(
      int typeReference, @Nullable TypePath path, String descriptor, boolean visible) {
    return AnnotationText.ofAnnotation(
        TypePlace.of(typeReference, path, exceptions), descriptor, visible, annotations::add);
  }

  void attribute(Attribute attribute) {
    // It keeps the bytes that it was read from, so it needs no writer.
    byte[] content = Attribute.write(attribute, null, null, 0, -1, -1);
    attributes.add(new UnknownAttribute(attribute.type, Digest.of(Bytes.of(content))));
  }

  Metadata metadata() {
    return new Metadata(annotations, attributes);
  }
}
