package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.MethodReference;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** Finds what a method and its body refer to. */
final class CodeReading extends MethodVisitor {

  private final FoundReferences found;

  CodeReading(FoundReferences found) {
    super(AsmClassFileReader.API);
    this.found = found;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      found.instance(type);
    } else {
      found.type(type);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    found.field(
        owner,
        name,
        descriptor,
        switch (opcode) {
          case Opcodes.GETSTATIC -> FieldReference.Use.GET_STATIC;
          case Opcodes.PUTSTATIC -> FieldReference.Use.PUT_STATIC;
          case Opcodes.GETFIELD -> FieldReference.Use.GET_FIELD;
          default -> FieldReference.Use.PUT_FIELD;
        });
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    found.method(
        owner,
        name,
        descriptor,
        isInterface,
        switch (opcode) {
          case Opcodes.INVOKESTATIC -> MethodReference.Use.STATIC;
          case Opcodes.INVOKESPECIAL -> MethodReference.Use.SPECIAL;
          case Opcodes.INVOKEINTERFACE -> MethodReference.Use.INTERFACE;
          default -> MethodReference.Use.VIRTUAL;
        });
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    found.resolvedDescriptor(descriptor);
    found.handle(bootstrap);
    for (Object argument : arguments) {
      found.constant(argument);
    }
    Lambdas.lambda(name, descriptor, bootstrap, arguments).forEach(found::lambda);
  }

  @Override
  public void visitLdcInsn(Object value) {
    found.constant(value);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    found.resolvedDescriptor(descriptor);
  }

  @Override
  public void visitTryCatchBlock(
      Label start, Label end, Label handler, @Nullable String exception) {
    found.type(exception);
  }

  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] locals,
      int stackCount,
      Object @Nullable [] stack) {
    verified(locals, localCount);
    verified(stack, stackCount);
  }

  private void verified(Object @Nullable [] types, int count) {
    for (int i = 0; types != null && i < count; i++) {
      if (types[i] instanceof String name) {
        found.verified(name);
      }
    }
  }

  @Override
  public AnnotationVisitor visitAnnotationDefault() {
    return new MentionedAnnotation(found);
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
  public AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return MentionedAnnotation.of(found, descriptor);
  }

  @Override
  public AnnotationVisitor visitInsnAnnotation(
      int typeReference, @Nullable TypePath path, String descriptor, boolean visible) {
    return MentionedAnnotation.of(found, descriptor);
  }

  @Override
  public AnnotationVisitor visitTryCatchAnnotation(
      int typeReference, @Nullable TypePath path, String descriptor, boolean visible) {
    return MentionedAnnotation.of(found, descriptor);
  }

  @Override
  public AnnotationVisitor visitLocalVariableAnnotation(
      int typeReference,
      @Nullable TypePath path,
      Label[] start,
      Label[] end,
      int[] index,
      String descriptor,
      boolean visible) {
    return MentionedAnnotation.of(found, descriptor);
  }
}
