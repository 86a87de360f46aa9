package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Try;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

@Timeout(120)
final class DamagedClassFilesTest {

  private static final AsmClassFileReader READER = new AsmClassFileReader();
  private static final String SOURCE =
      """
      import java.lang.annotation.*;
      import java.util.function.*;
      @Deprecated public abstract class Rich<T extends Number> implements Supplier<T> {
        @Target(ElementType.TYPE_USE) @interface Use { int[] value() default {1, 2}; }
        @interface Nested { Use[] value(); Class<?> type() default int[].class; }
        public static final String NAME = "rich";
        public static final double RATE = 0.5;
        @Nested({@Use, @Use({})}) protected java.util.List<@Use T> list;
        enum Kind { A { void k() {} }, B; void k() {} }
        record Pair(@Use int left, String right) {}
        sealed interface Shape permits Round, Square {}
        record Round() implements Shape {}
        record Square() implements Shape {}
        int loop(Object o, Kind kind) throws java.io.IOException {
          Runnable r = () -> System.out.println(o + NAME + kind);
          try {
            switch (kind) { case A: r.run(); break; case B: return 1; default: throw new java.io.IOException(); }
            switch (o.hashCode()) { case 1: case 1000: case 100000: return 2; default: }
          } catch (@Use RuntimeException e) { return 3; } finally { list = null; }
          return o instanceof String s ? s.length() : new @Use int[2][3].length;
        }
      }
      """;
  private static final Map<String, ClassFile> RICH = InMemoryJavac.compile(SOURCE);

  private static void assertReadableOrUnreadable(ClassFile classFile) {
    Try<ClassAbi> abi = READER.abi(classFile);
    Try<ClassReferences> references = READER.references(classFile);

    for (Try<?> read : List.of(abi, references)) {
      if (read.isFailure() && !(read.getCause() instanceof UnreadableClass)) {
        throw new AssertionError(read.getCause());
      }
    }
  }

  private static ClassFile rich(byte[] bytes) {
    return new ClassFile("Rich", Bytes.of(bytes));
  }

  private static byte[] bytes(String name) {
    return RICH.get(name).bytes().toByteArray();
  }

  @Test
  void read_ofAnyByteChanged_isAnswerOrUnreadable() {
    Random random = new Random(17);
    RICH.forEach(
        (name, classFile) -> {
          byte[] bytes = bytes(name);
          for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] = (byte) random.nextInt();

            assertReadableOrUnreadable(new ClassFile(name, Bytes.of(changed)));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(bytes = {0, 0x7f, (byte) 0xff})
  void read_ofAnyByteReplacedBySpecialOne_isAnswerOrUnreadable(byte special) {
    byte[] bytes = bytes("Rich");
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] = special;

      assertReadableOrUnreadable(rich(changed));
    }
  }

  @Test
  void read_ofManyBytesChanged_isAnswerOrUnreadable() {
    Random random = new Random(4);
    byte[] bytes = bytes("Rich");
    for (int round = 0; round < 2_000; round++) {
      byte[] changed = bytes.clone();
      IntStream.range(0, 1 + random.nextInt(8))
          .forEach(
              i -> changed[10 + random.nextInt(changed.length - 10)] = (byte) random.nextInt());

      assertReadableOrUnreadable(rich(changed));
    }
  }

  @Test
  void read_ofAnySizeMadeHuge_isAnswerOrUnreadable() {
    byte[] bytes = bytes("Rich");
    for (int i = 8; i < bytes.length - 4; i++) {
      for (int size : new int[] {Integer.MAX_VALUE, -1}) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(i, size);

        assertReadableOrUnreadable(rich(changed));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"44, 44", "0, 0"})
  void read_ofVersionThatNeverExisted_isUnreadableAndSaysIt(int version, String shown) {
    ClassFile classFile = rich(withVersion(version));

    assertThat(READER.abi(classFile).getCause())
        .hasMessage("Rich has the class file version " + shown + ", which never existed");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V28 + 1, 65_535})
  void read_ofLaterVersion_saysWhichAsmReadsUpToWhichRelease(int version) {
    ClassFile classFile = rich(withVersion(version));

    for (Try<?> read :
        List.of(
            READER.abi(classFile),
            READER.references(classFile),
            READER.privateMembers(classFile))) {
      assertThat(read.getCause().getMessage())
          .matches(
              "Rich is of release %d, and ASM [0-9.]+ \\(.*asm-[0-9.]+jar\\) reads class files up to release 28"
                  .formatted(version - 44));
    }
  }

  @Test
  void read_ofNewestVersion_isThatOfAnyOther() {
    byte[] newest = withVersion(Opcodes.V28);

    assertThat(READER.abi(rich(newest)).get()).isEqualTo(READER.abi(RICH.get("Rich")).get());
    assertThatCode(() -> new ClassReader(withVersion(Opcodes.V28 + 1)))
        .as("what ASM reads")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] withVersion(int version) {
    byte[] bytes = bytes("Rich");
    ByteBuffer.wrap(bytes).putShort(6, (short) version);
    return bytes;
  }

  @Test
  void read_ofPreviewFeatures_isThatOfAnyOther() {
    byte[] bytes = bytes("Rich");
    ByteBuffer.wrap(bytes).putShort(4, (short) 0xffff);

    assertThat(READER.abi(rich(bytes)).get()).isEqualTo(READER.abi(RICH.get("Rich")).get());
  }

  @Test
  void read_ofConstantMadeOfItself_isUnreadable() {
    Handle bootstrap =
        new Handle(Opcodes.H_INVOKESTATIC, "Rich", "b", "()Ljava/lang/Object;", false);
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "Rich", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()V", null, null);
    method.visitCode();
    method.visitLdcInsn(
        new ConstantDynamic(
            "outer", "I", bootstrap, new ConstantDynamic("inner", "I", bootstrap, 0x01020304)));
    method.visitInsn(Opcodes.POP);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    // Each argument is a 16-bit index: one of them is made that of each constant in turn.
    int unreadable = 0;
    for (int i = 10; i < bytes.length - 1; i++) {
      for (int index = 1; index < 30; index++) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putShort(i, (short) index);
        ClassFile classFile = rich(changed);
        assertReadableOrUnreadable(classFile);
        Try<ClassReferences> read = READER.references(classFile);
        if (read.isFailure() && read.getCause().getCause() instanceof LimitExceededException) {
          unreadable++;
        }
      }
    }

    assertThat(unreadable).isPositive();
  }

  @Test
  void read_ofDeeplyNestedAnnotation_isAnswerOrUnreadable() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "Rich", null, "java/lang/Object", null);
    AnnotationVisitor annotation = writer.visitAnnotation("La;", true);
    for (int depth = 0; depth < 50_000; depth++) {
      annotation = annotation.visitArray("v");
    }
    writer.visitEnd();

    assertReadableOrUnreadable(rich(writer.toByteArray()));
  }

  @Test
  void abi_ofModuleDeclaration_isUnreadable() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    writer.visitModule("com.acme", 0, null).visitEnd();
    writer.visitEnd();

    Try<ClassAbi> read = READER.abi(new ClassFile("module-info", Bytes.of(writer.toByteArray())));

    assertThat(read.getCause()).hasMessage("module-info declares a module, not a class");
  }

  @Test
  void abi_ofPackageInfo_hasItsAnnotations() {
    Map<String, ClassFile> classes =
        InMemoryJavac.compile("@Deprecated package com.acme;", "-Xpkginfo:always");

    ClassAbi read = READER.abi(classes.get("com.acme.package-info")).get();

    assertThat(read.metadata().annotations()).containsExactly("@java.lang.Deprecated()");
    assertThat(read.modifiers()).hasToString("abstract interface synthetic");
  }
}
