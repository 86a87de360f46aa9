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

  private final FakeClassFileReader reader = FakeClassFileReader.create();

  @Override
  protected ClassFileReader reader() {
    return reader;
  }

  @Override
  protected ClassFile classFile(ClassAbi type) {
    return FakeClassFileReader.classFile(type);
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
            new TreeSet<>());

    ClassFileReader scripted = reader.finding(classFile, references);

    assertThat(scripted.references(classFile).get()).isEqualTo(references);
    assertThat(reader.references(classFile).isFailure()).isTrue();
  }
}
