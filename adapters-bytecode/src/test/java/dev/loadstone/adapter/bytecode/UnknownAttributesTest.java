package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.UnknownAttribute;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

final class UnknownAttributesTest {

  private static final ClassFile PLAIN =
      InMemoryJavac.compile(
              "public record R(int x) { public static int f; private static int p;"
                  + " public void m() {} private void q() {} }")
          .get("R");

  private enum Place {
    CLASS(true),
    COMPONENT(true),
    FIELD(true),
    METHOD(true),
    PRIVATE_FIELD(false),
    PRIVATE_METHOD(false),
    CODE(false);

    private final boolean counts;

    Place(boolean counts) {
      this.counts = counts;
    }
  }

  private static ClassAbi abi(Place place, String name, String content) {
    ClassReader reader = new ClassReader(PLAIN.bytes().toByteArray());
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new Adding(writer, place, new Strange(name, content)), 0);
    return new AsmClassFileReader().abi(new ClassFile("R", Bytes.of(writer.toByteArray()))).get();
  }

  @ParameterizedTest
  @EnumSource
  void digest_withUnknownAttribute_countsByNameAndRawBytes(Place place) {
    Digest without = new AsmClassFileReader().abi(PLAIN).get().digest();

    Digest one = abi(place, "com.acme.Strange", "abc").digest();
    Digest same = abi(place, "com.acme.Strange", "abc").digest();
    Digest otherName = abi(place, "com.acme.Stranger", "abc").digest();
    Digest otherContent = abi(place, "com.acme.Strange", "abd").digest();

    assertThat(same).isEqualTo(one);
    assertThat(Map.of("without", without, "name", otherName, "content", otherContent).values())
        .allSatisfy(
            other -> {
              if (place.counts) {
                assertThat(other).isNotEqualTo(one);
              } else {
                assertThat(other).isEqualTo(one);
              }
            });
  }

  @Test
  void abi_withUnknownAttribute_hasTheDigestOfItsRawBytes() {
    ClassAbi type = abi(Place.CLASS, "com.acme.Strange", "abc");

    assertThat(type.metadata().unknownAttributes())
        .containsExactly(new UnknownAttribute("com.acme.Strange", Digest.of(Bytes.ofUtf8("abc"))));
  }

  private static final class Strange extends Attribute {
    private final byte[] content;

    Strange(String name, String content) {
      super(name);
      this.content = Bytes.ofUtf8(content).toByteArray();
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int codeLength, int maxStack, int maxLocals) {
      return new ByteVector(content.length).putByteArray(content, 0, content.length);
    }
  }

  private static final class Adding extends ClassVisitor {
    private final Place place;
    private final Attribute attribute;

    Adding(ClassVisitor next, Place place, Attribute attribute) {
      super(Opcodes.ASM9, next);
      this.place = place;
      this.attribute = attribute;
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, String signature) {
      RecordComponentVisitor visitor = super.visitRecordComponent(name, descriptor, signature);
      if (place == Place.COMPONENT) {
        visitor.visitAttribute(attribute);
      }
      return visitor;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      FieldVisitor visitor = super.visitField(access, name, descriptor, signature, value);
      if ((name.equals("f") && place == Place.FIELD)
          || (name.equals("p") && place == Place.PRIVATE_FIELD)) {
        visitor.visitAttribute(attribute);
      }
      return visitor;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor visitor = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((name.equals("m") && (place == Place.METHOD || place == Place.CODE))
          || (name.equals("q") && place == Place.PRIVATE_METHOD)) {
        visitor.visitAttribute(place == Place.CODE ? new InCode(attribute) : attribute);
      }
      return visitor;
    }

    @Override
    public void visitEnd() {
      if (place == Place.CLASS) {
        super.visitAttribute(attribute);
      }
      super.visitEnd();
    }
  }

  private static final class InCode extends Attribute {
    private final Attribute attribute;

    InCode(Attribute attribute) {
      super(attribute.type);
      this.attribute = attribute;
    }

    @Override
    public boolean isCodeAttribute() {
      return true;
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int codeLength, int maxStack, int maxLocals) {
      byte[] content = Attribute.write(attribute, writer, code, codeLength, maxStack, maxLocals);
      return new ByteVector(content.length).putByteArray(content, 0, content.length);
    }
  }
}
