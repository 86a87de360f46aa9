package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.classfile.ClassFileSupport;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ClassFileReader} keeps. */
public abstract class ClassFileReaderContract {

  private static final ClassAbi RULE =
      ClassAbi.parse(
              """
              class com.acme.Rule
              modifiers public abstract
              superclass com.acme.Base
              interface com.acme.Priced
              interface java.lang.Comparable
              field LIMIT [Lcom/acme/Kind;
               modifiers protected static
              method price (Lcom/acme/Order;I)[[Lcom/acme/Price;
               modifiers public abstract
               throws com.acme.Refused
              """)
          .get();
  private static final ClassAbi PRICED =
      ClassAbi.parse(
              """
              class com.acme.Priced
              modifiers public abstract interface
              superclass java.lang.Object
              """)
          .get();

  /** For subclasses. */
  protected ClassFileReaderContract() {}

  /**
   * Returns the subject.
   *
   * @return the reader, the same one throughout a test
   */
  protected abstract ClassFileReader reader();

  /**
   * Writes a class file.
   *
   * @param type what is to be read out of it; it has no annotations, constants or bodies, and is no
   *     nested class
   */
  protected abstract ClassFile classFile(ClassAbi type);

  /**
   * Writes the class file of a class {@code com.acme.Hiding} that has a private field {@code
   * hidden} of type {@code int}, a private constructor without parameters, a private method {@code
   * hide(int)} without result, and a public method {@code show()} without result.
   */
  protected abstract ClassFile classFileWithPrivateMembers();

  @Test
  final void privateMembers_ofClassFile_areThoseThatItsAbiLeavesOut() {
    ClassFile classFile = classFileWithPrivateMembers();

    ClassAbi type = reader().abi(classFile).get();
    SortedSet<String> members = reader().privateMembers(classFile).get();

    assertThat(members).containsExactly("<init>()V", "hidden:I", "hide(I)V");
    assertThat(type.fields()).isEmpty();
    assertThat(type.methods()).extracting(MethodAbi::name).containsExactly("show");
  }

  @Test
  final void privateMembers_ofClassWithoutSuch_areNone() {
    assertThat(reader().privateMembers(classFile(RULE)).get()).isEmpty();
  }

  @Test
  final void abi_ofClassFile_isWhatWasWritten() {
    for (ClassAbi type : List.of(RULE, PRICED)) {
      ClassAbi read = reader().abi(classFile(type)).get();

      assertThat(read).isEqualTo(type);
    }
  }

  @Test
  final void references_ofClassFile_areTheTypesOfItsDeclarations() {
    ClassReferences read = reader().references(classFile(RULE)).get();

    assertThat(read.classes())
        .contains(
            "com.acme.Base",
            "com.acme.Order",
            "com.acme.Price",
            "com.acme.Priced",
            "java.lang.Comparable");
    assertThat(read.mentioned()).contains("com.acme.Kind", "com.acme.Refused");
    assertThat(read.declared())
        .contains("com.acme.Order", "com.acme.Price", "com.acme.Kind", "com.acme.Refused")
        .doesNotContain("com.acme.Base", "com.acme.Priced");
    assertThat(read.methods()).isEmpty();
  }

  @Test
  final void support_ofReader_coversWhatItReads() {
    ClassFileSupport support = reader().support().get();

    assertThat(support.reader()).isNotBlank();
    assertThat(support.whyUnreadable(classFile(RULE))).isEmpty();
  }

  @Test
  final void read_ofOtherThanClassFile_isUnreadable() {
    for (String text : List.of("", "x", "text\n", "PK\u0003\u0004", "class A {}\n")) {
      assertUnreadable(new ClassFile("com.acme.Rule", Bytes.ofUtf8(text)));
    }
  }

  @Test
  final void read_ofTruncatedClassFile_isUnreadable() {
    byte[] whole = classFile(RULE).bytes().toByteArray();
    for (int size = 0; size < whole.length; size++) {
      assertUnreadable(new ClassFile(RULE.name(), Bytes.of(Arrays.copyOf(whole, size))));
    }
  }

  @Test
  final void read_ofClassFileThatGoesOn_isUnreadable() {
    byte[] whole = classFile(RULE).bytes().toByteArray();

    assertUnreadable(new ClassFile(RULE.name(), Bytes.of(Arrays.copyOf(whole, whole.length + 1))));
  }

  @Test
  final void read_ofAnotherClass_isUnreadable() {
    assertUnreadable(new ClassFile("com.acme.Other", classFile(RULE).bytes()));
  }

  private void assertUnreadable(ClassFile classFile) {
    List<Try<?>> reads =
        List.of(
            reader().abi(classFile),
            reader().references(classFile),
            reader().privateMembers(classFile));
    for (Try<?> read : reads) {
      assertThat(read.getCause())
          .isInstanceOfSatisfying(
              UnreadableClass.class,
              error -> {
                assertThat(error.binaryName()).isEqualTo(classFile.binaryName());
                assertThat(error.reason()).isNotBlank();
                assertThat(error).hasMessage(classFile.binaryName() + " " + error.reason());
              });
    }
  }

  @Test
  final void read_byManyThreads_givesTheSame() {
    ClassFile classFile = classFile(RULE);

    List<ClassAbi> read =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> reader().abi(classFile).get())
            .distinct()
            .toList();

    assertThat(read).containsExactly(RULE);
  }
}
