package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.testkit.contract.ClassFileReaderContract;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FakeClassFileReaderTest extends ClassFileReaderContract {

  private static final ClassFile HIDING =
      FakeClassFileReader.classFile(
          ClassAbi.parse(
                  """
                  class com.acme.Hiding
                  modifiers public abstract
                  superclass java.lang.Object
                  method show ()V
                   modifiers public
                  """)
              .get());

  private final FakeClassFileReader reader =
      FakeClassFileReader.create().findingPrivate(HIDING, "hide(I)V", "<init>()V", "hidden:I");

  @Override
  protected ClassFileReader reader() {
    return reader;
  }

  @Override
  protected ClassFile classFile(ClassAbi type) {
    return FakeClassFileReader.classFile(type);
  }

  @Override
  protected ClassFile classFileWithPrivateMembers() {
    return HIDING;
  }

  @Test
  void references_scripted_areThoseOfTheScript() {
    ClassFile classFile = new ClassFile("com.acme.Rule", Bytes.ofUtf8("anything"));
    ClassReferences references =
        new ClassReferences(
            new TreeSet<>(List.of("com.acme.Order")),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>());

    ClassFileReader scripted = reader.finding(classFile, references);

    assertThat(scripted.references(classFile).get()).isEqualTo(references);
    assertThat(reader.references(classFile).isFailure()).isTrue();
  }
}
