package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.Metadata;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.TypePath;

/** Collects what a method carries, but for its body. */
final class MethodReading extends MethodVisitor {

  private final MetadataReading metadata;
  private final BiConsumer<Option<String>, Metadata> finished;
  private Option<String> annotationDefault = Option.none();

  MethodReading(List<String> exceptions, BiConsumer<Option<String>, Metadata> finished) {
    super(AsmClassFileReader.API);
    this.metadata = new MetadataReading(exceptions);
    this.finished = finished;
  }

  @Override
  public AnnotationVisitor visitAnnotationDefault() {
    return AnnotationText.ofDefault(value -> annotationDefault = Option.some(value));
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
  public AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return metadata.parameterAnnotation(parameter, descriptor, visible);
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    metadata.attribute(attribute);
  }

  @Override
  public void visitEnd() {
    finished.accept(annotationDefault, metadata.metadata());
  }
}
