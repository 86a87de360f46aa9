package dev.loadstone.adapter.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Finds the classes that a record component's annotations mention. */
final class MentionedComponent extends RecordComponentVisitor {

  private final FoundReferences found;

  MentionedComponent(FoundReferences found) {
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
