package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.port.HostView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link HostView} keeps. */
public abstract class HostViewContract {

  private static final ClassFile RULE = classFile("com.acme.Rule");
  private static final ClassFile KIND = classFile("com.acme.Rule$Kind");
  private static final ClassFile BASE = classFile("com.acme.Base");
  private static final ClassFile DEEPER = classFile("com.acme.spi.deep.Service");

  /** For subclasses. */
  protected HostViewContract() {}

  /**
   * Makes a view of a host that has, beside what the test itself runs on, only the given classes.
   *
   * @param classFiles the classes, whose bytes are no real class files
   * @param allowed which of the host's packages exist in the view
   */
  protected abstract HostView viewOf(List<ClassFile> classFiles, AllowedPackages allowed);

  private HostView viewOf(ClassFile... classFiles) {
    return viewOf(Arrays.asList(classFiles), AllowedPackages.everything());
  }

  private HostView narrowed(String allowedPackage, ClassFile... classFiles) {
    return viewOf(Arrays.asList(classFiles), AllowedPackages.of(List.of(allowedPackage)));
  }

  private static ClassFile classFile(String binaryName) {
    return new ClassFile(binaryName, Bytes.ofUtf8("the class file of " + binaryName));
  }

  @Test
  final void classesIn_packageWithClasses_listsThemSortedAndNestedOnesToo() {
    HostView view = viewOf(RULE, KIND, DEEPER, BASE);

    List<String> classes = view.classesIn("com.acme").get();

    assertThat(classes).containsExactly("com.acme.Base", "com.acme.Rule", "com.acme.Rule$Kind");
  }

  @Test
  final void classesIn_packageOfPackagesOnly_isEmpty() {
    HostView view = viewOf(RULE, DEEPER);

    assertThat(view.classesIn("com").get()).isEmpty();
    assertThat(view.classesIn("com.acme.spi").get()).isEmpty();
  }

  @Test
  final void classesIn_unknownPackage_isEmpty() {
    assertThat(viewOf(RULE).classesIn("org.unknown").get()).isEmpty();
  }

  @Test
  final void classesIn_nameThatIsNoPackage_isEmpty() {
    HostView view = viewOf(RULE);

    for (String name : List.of("com/acme", "com..acme", ".com.acme", "com.acme.", "..", "/")) {
      assertThat(view.classesIn(name).get()).as(name).isEmpty();
    }
  }

  @Test
  final void unnamedPackage_withHostClasses_doesNotExist() {
    HostView view = viewOf(classFile("Unnamed"), RULE);

    assertThat(view.classesIn("").get()).isEmpty();
    assertThat(view.classFile("Unnamed").get()).isEmpty();
  }

  @Test
  final void jdkClasses_always_areNotTheHosts() {
    HostView view = viewOf(RULE);

    assertThat(view.classesIn("java.lang").get()).isEmpty();
    assertThat(view.classFile("java.lang.String").get()).isEmpty();
  }

  @Test
  final void classFile_ofHostClass_hasItsNameAndBytes() {
    HostView view = viewOf(RULE, KIND);

    assertThat(view.classFile("com.acme.Rule").get()).containsExactly(RULE);
    assertThat(view.classFile("com.acme.Rule$Kind").get()).containsExactly(KIND);
  }

  @Test
  final void classFile_ofNameWithoutClass_isNone() {
    HostView view = viewOf(RULE);

    for (String name : List.of("com.acme.Absent", "com.acme", "com/acme/Rule", "com.acme.", "")) {
      assertThat(view.classFile(name).get()).as(name).isEmpty();
    }
  }

  @Test
  final void hasPackage_ofJdkOrHost_isTrue() {
    HostView view = viewOf(RULE, DEEPER);

    for (String name :
        List.of("com.acme", "com.acme.spi.deep", "java.util", "jdk.internal.misc", "java.sql")) {
      assertThat(view.hasPackage(name).get()).as(name).isTrue();
    }
  }

  @Test
  final void hasPackage_withoutClasses_isFalse() {
    HostView view = viewOf(RULE, DEEPER);

    for (String name : List.of("com", "com.acme.spi", "com.acme.Rule", "org.unknown")) {
      assertThat(view.hasPackage(name).get()).as(name).isFalse();
    }
  }

  @Test
  final void hiddenPackage_whoeverAsks_hasNoClasses() {
    HostView view = narrowed("com.acme.spi.**", RULE, DEEPER);

    for (HostView each : List.of(view, view.snapshot())) {
      assertThat(each.classesIn("com.acme").get()).isEmpty();
      assertThat(each.classFile("com.acme.Rule").get()).isEmpty();
      assertThat(each.classesIn("com.acme.spi.deep").get())
          .containsExactly("com.acme.spi.deep.Service");
      assertThat(each.classFile("com.acme.spi.deep.Service").get()).containsExactly(DEEPER);
    }
  }

  @Test
  final void hiddenPackage_stillTheHosts_isTaken() {
    assertThat(narrowed("com.acme.spi.**", RULE, DEEPER).hasPackage("com.acme").get()).isTrue();
  }

  @Test
  final void hiddenBy_packageThatIsNotAllowed_isWhatIs() {
    HostView view = narrowed("com.acme.spi.**", RULE, DEEPER);

    assertThat(view.hiddenBy("com.acme").get())
        .containsExactly(new Hiding.NotAllowed(AllowedPackages.of(List.of("com.acme.spi.**"))));
    assertThat(view.snapshot().hiddenBy("com.acme").get())
        .isEqualTo(view.hiddenBy("com.acme").get());
  }

  @Test
  final void hiddenBy_packageOfNobodyOrOfTheJdkOrAllowed_isNone() {
    HostView view = narrowed("com.acme.spi.**", RULE, DEEPER, classFile("Unnamed"));

    for (String name :
        List.of("com.acme.spi.deep", "com", "org.unknown", "java.util", "", "com/acme", "..")) {
      assertThat(view.hiddenBy(name).get()).as(name).isEmpty();
    }
    assertThat(viewOf(RULE).hiddenBy("com.acme").get()).isEmpty();
  }

  @Test
  final void hidingOf_class_isThatOfItsPackageWhereItIsThere() {
    HostView view = narrowed("com.acme.spi.**", RULE, DEEPER);

    for (HostView each : List.of(view, view.snapshot())) {
      assertThat(each.hidingOf("com.acme.Rule").get())
          .containsExactly(new Hiding.NotAllowed(AllowedPackages.of(List.of("com.acme.spi.**"))));
      for (String name :
          List.of("com.acme.Absent", "com.acme.spi.deep.Service", "java.lang.String", "..")) {
        assertThat(each.hidingOf(name).get()).as(name).isEmpty();
      }
    }
  }

  @Test
  final void listsAll_always_agreesWithClassesIn() {
    HostView view = viewOf(RULE, KIND);

    for (HostView each : List.of(view, view.snapshot())) {
      assertThat(each.listsAll("java.util").get()).isTrue();
      if (each.listsAll("com.acme").get()) {
        assertThat(each.classesIn("com.acme").get())
            .containsExactly("com.acme.Rule", "com.acme.Rule$Kind");
      }
    }
  }

  @Test
  final void classFileForHost_inHiddenPackage_isThere() {
    HostView view = narrowed("com.acme.spi.**", RULE, DEEPER, classFile("Unnamed"));

    for (HostView each : List.of(view, view.snapshot())) {
      assertThat(each.classFileForHost("com.acme.Rule").get()).containsExactly(RULE);
      assertThat(each.classFileForHost("com.acme.spi.deep.Service").get()).containsExactly(DEEPER);
      for (String name :
          List.of("com.acme.Absent", "com/acme/Rule", "Unnamed", "java.lang.String")) {
        assertThat(each.classFileForHost(name).get()).as(name).isEmpty();
      }
      assertThat(each.classFile("com.acme.Rule").get()).isEmpty();
    }
  }

  @Test
  final void snapshot_askedAnything_answersLikeTheView() {
    HostView view = viewOf(RULE, KIND, DEEPER);

    HostView snapshot = view.snapshot();

    assertThat(snapshot.classesIn("com.acme").get()).isEqualTo(view.classesIn("com.acme").get());
    assertThat(snapshot.classesIn("org.unknown").get()).isEmpty();
    assertThat(snapshot.classFile("com.acme.Rule").get()).containsExactly(RULE);
    assertThat(snapshot.classFile("com.acme.Absent").get()).isEmpty();
    assertThat(snapshot.hasPackage("com.acme").get()).isTrue();
    assertThat(snapshot.hasPackage("com").get()).isFalse();
    assertThat(snapshot.snapshot().classesIn("com.acme.spi.deep").get())
        .containsExactly("com.acme.spi.deep.Service");
  }

  @Test
  final void view_askedByManyThreads_answersAlike() {
    HostView view = viewOf(RULE, KIND, BASE);
    HostView snapshot = view.snapshot();

    List<List<String>> answers =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? view : snapshot).classesIn("com.acme").get())
            .toList();

    assertThat(answers)
        .containsOnly(List.of("com.acme.Base", "com.acme.Rule", "com.acme.Rule$Kind"));
  }
}
