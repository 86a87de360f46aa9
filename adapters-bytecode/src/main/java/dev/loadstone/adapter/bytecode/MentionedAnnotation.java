package dev.loadstone.adapter.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Finds the classes that an annotation, or an element's value, mentions. */
final class MentionedAnnotation extends AnnotationVisitor {

  private final FoundReferences found;

  MentionedAnnotation(FoundReferences found) {
    super(AsmClassFileReader.API);
    this.found = found;
  }

  static AnnotationVisitor of(FoundReferences found, String descriptor) {
    found.mentionDescriptor(descriptor);
    return new MentionedAnnotation(found);
  }

  @Override
  public void visit(@Nullable String name, Object value) {
    if (value instanceof Type type) {
      found.mentionDescriptor(type.getDescriptor());
    }
  }

  @Override
  public void visitEnum(@Nullable String name, String descriptor, String value) {
    found.mentionDescriptor(descriptor);
  }

  @Override
  public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
    return of(found, descriptor);
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String name) {
    return this;
  }
}
