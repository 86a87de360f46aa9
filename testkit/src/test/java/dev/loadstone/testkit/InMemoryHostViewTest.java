package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryHostViewTest {

  private static final ClassFile RULE = new ClassFile("com.acme.Rule", Bytes.ofUtf8("rule"));
  private static final ClassFile NESTED = new ClassFile("com.acme.Rule$Kind", Bytes.ofUtf8("kind"));
  private static final ClassFile DEEPER = new ClassFile("com.acme.spi.Sub", Bytes.ofUtf8("sub"));
  private static final ClassFile UNNAMED = new ClassFile("Unnamed", Bytes.ofUtf8("unnamed"));

  private final InMemoryHostView view =
      InMemoryHostView.of(List.of(DEEPER, NESTED, UNNAMED)).with(List.of(RULE));

  @Test
  void classesIn_packageWithClasses_listsThemSortedWithoutThoseOfOtherPackages() {
    assertThat(view.classesIn("com.acme").get())
        .containsExactly("com.acme.Rule", "com.acme.Rule$Kind");
  }

  @Test
  void classesIn_unnamedPackage_isEmpty() {
    assertThat(view.classesIn("").get()).isEmpty();
  }

  @Test
  void classFile_knownAndUnknownName_givesItOrNone() {
    assertThat(view.classFile("com.acme.Rule").get()).containsExactly(RULE);
    assertThat(view.classFile("com.acme.Absent").get()).isEmpty();
    assertThat(view.classFile("Unnamed").get()).isEmpty();
  }

  @Test
  void hasPackage_hostOrJdkExportedOrNot_isTrue() {
    assertThat(view.hasPackage("com.acme").get()).isTrue();
    assertThat(view.hasPackage("java.util").get()).isTrue();
    assertThat(view.hasPackage("jdk.internal.misc").get()).isTrue();
    assertThat(view.hasPackage("com").get()).isFalse();
    assertThat(view.hasPackage("org.acme").get()).isFalse();
  }

  @Test
  void ofClasses_loadedClass_holdsItsClassFile() {
    InMemoryHostView ofClasses = InMemoryHostView.ofClasses(InMemoryHostViewTest.class);

    ClassFile classFile = ofClasses.classFile(InMemoryHostViewTest.class.getName()).get().get();

    assertThat(classFile.bytes().toByteArray())
        .startsWith((byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE);
  }

  @Test
  void snapshot_always_answersAlike() {
    assertThat(view.snapshot().classesIn("com.acme").get())
        .isEqualTo(view.classesIn("com.acme").get());
  }
}
