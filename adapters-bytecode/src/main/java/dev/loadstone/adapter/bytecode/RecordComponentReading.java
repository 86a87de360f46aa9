package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.Metadata;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Collects what a record component carries. */
final class RecordComponentReading extends RecordComponentVisitor {

  private final MetadataReading metadata = new MetadataReading();
  private final Consumer<Metadata> finished;

  RecordComponentReading(Consumer<Metadata> finished) {
    super(AsmClassFileReader.API);
    this.finished = finished;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return metadata.annotation(descriptor, visible);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeReference, @Nullable TypePath path, String descriptor, boolean visible) {
    return metadata.typeAnnotation(typeReference, path, descriptor, visible);
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    metadata.attribute(attribute);
  }

  @Override
  public void visitEnd() {
    finished.accept(metadata.metadata());
  }
}
