package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.testkit.contract.ClassFileReaderContract;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class AsmClassFileReaderContractTest extends ClassFileReaderContract {

  private final ClassFileReader reader = BytecodeAdapter.classFileReader();

  @Override
  protected ClassFileReader reader() {
    return reader;
  }

  @Override
  protected ClassFile classFile(ClassAbi type) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        flags(type.modifiers()),
        internal(type.name()),
        null,
        internal(type.superclass().get()),
        internal(type.interfaces()));
    for (FieldAbi field : type.fields()) {
      writer
          .visitField(flags(field.modifiers()), field.name(), field.descriptor(), null, null)
          .visitEnd();
    }
    for (MethodAbi method : type.methods()) {
      writer
          .visitMethod(
              flags(method.modifiers()),
              method.name(),
              method.descriptor(),
              null,
              internal(method.exceptions()))
          .visitEnd();
    }
    writer.visitEnd();
    return new ClassFile(type.name(), Bytes.of(writer.toByteArray()));
  }

  @Override
  protected ClassFile classFileWithPrivateMembers() {
    return InMemoryJavac.compile(
            "package com.acme; public abstract class Hiding { private int hidden;"
                + " private Hiding() {} private void hide(int x) {} public void show() {} }")
        .get("com.acme.Hiding");
  }

  private static int flags(Modifiers modifiers) {
    int flags = 0;
    for (Modifier modifier : modifiers.all()) {
      flags |=
          switch (modifier) {
            case PUBLIC -> Opcodes.ACC_PUBLIC;
            case PROTECTED -> Opcodes.ACC_PROTECTED;
            case ABSTRACT -> Opcodes.ACC_ABSTRACT;
            case STATIC -> Opcodes.ACC_STATIC;
            case INTERFACE -> Opcodes.ACC_INTERFACE;
            default -> throw new IllegalArgumentException(modifier.word());
          };
    }
    return flags;
  }

  private static String internal(String binaryName) {
    return binaryName.replace('.', '/');
  }

  private static String[] internal(List<String> binaryNames) {
    return binaryNames.stream().map(each -> internal(each)).toArray(String[]::new);
  }
}
