package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassReferences;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Finds what a class refers to while ASM goes through its file. */
final class ReferenceReading extends ClassVisitor {

  private final FoundReferences found = new FoundReferences();

  private ReferenceReading() {
    super(AsmClassFileReader.API);
  }

  static ClassReferences references(ClassReader reader) {
    ReferenceReading reading = new ReferenceReading();
    reader.accept(reading, ClassReader.SKIP_DEBUG);
    return reading.found.references();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    found.type(superName);
    found.types(interfaces);
    MentionedSignature.ofDeclaration(found, signature);
  }

  @Override
  public void visitNestHost(String nestHost) {
    found.mention(nestHost);
  }

  @Override
  public void visitNestMember(String nestMember) {
    found.mention(nestMember);
  }

  @Override
  public void visitPermittedSubclass(String permittedSubclass) {
    found.mention(permittedSubclass);
  }

  @Override
  public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
    found.mention(owner);
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int access) {
    found.mention(name);
    found.mention(outerName);
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

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    found.mentionDescriptor(descriptor);
    MentionedSignature.ofType(found, signature);
    return new MentionedComponent(found);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    found.declaredField(descriptor);
    MentionedSignature.ofType(found, signature);
    return new MentionedField(found);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    found.declaredMethod(descriptor, exceptions);
    MentionedSignature.ofDeclaration(found, signature);
    return new SwitchReading(found);
  }
}
