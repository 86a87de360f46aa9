package dev.loadstone.adapter.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.TypePath;

/** Finds the classes that a field's annotations mention. */
final class MentionedField extends FieldVisitor {

  private final FoundReferences found;

  MentionedField(FoundReferences found) {
    super(AsmClassFileReader.API);
    this.found = found;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return MentionedAnnotation.of(found, descriptor);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeReference, @Nullable TypePath path, String descriptor, boolean visible) {
    return MentionedAnnotation.of(found, descriptor);
  }
}
