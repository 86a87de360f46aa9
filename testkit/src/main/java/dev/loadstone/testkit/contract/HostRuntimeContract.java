package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link HostRuntime} keeps. */
public abstract class HostRuntimeContract {

  /** For subclasses. */
  protected HostRuntimeContract() {}

  /**
   * Returns the host runtime under test.
   *
   * @return the same one for each call within a test
   */
  protected abstract HostRuntime hostRuntime();

  @Test
  final void identity_always_isThatOfARuntimeThatCanRunTheLibrary() {
    RuntimeIdentity identity = hostRuntime().identity().get();

    assertThat(identity.featureRelease()).isGreaterThanOrEqualTo(17);
    assertThat(identity.libraryBuild()).isNotEmpty();
    assertThat(hostRuntime().featureRelease().get()).isEqualTo(identity.featureRelease());
  }

  @Test
  final void jdkModules_always_haveJavaBase() {
    assertThat(hostRuntime().jdkModules().get())
        .contains("java.base")
        .isEqualTo(hostRuntime().jdkModules().get());
  }

  /**
   * Returns the binary names of classes that plugins can use.
   *
   * @return several, {@code java.lang.Object} among them
   */
  protected List<String> platformClasses() {
    return List.of("java.lang.Object");
  }

  @Test
  final void platformClass_thatPluginsCanUse_isItsClassFile() {
    assertThat(platformClasses()).contains("java.lang.Object");
    for (String name : platformClasses()) {
      ClassFile classFile = hostRuntime().platformClass(name).get().get();

      assertThat(classFile.binaryName()).isEqualTo(name);
      assertThat(classFile).isEqualTo(hostRuntime().platformClass(name).get().get());
    }
  }

  @Test
  final void platformClass_thatDoesNotExist_isNone() {
    List<String> names =
        List.of(
            "",
            ".",
            "NoSuchClass",
            "java.lang.NoSuchClass",
            "java.lang",
            "java/lang/Object",
            "java.lang.object",
            "com.acme.Order",
            "[Ljava.lang.Object;",
            "int");
    for (String name : names) {
      assertThat(hostRuntime().platformClass(name).get()).as(name).isEmpty();
    }
  }

  @Test
  final void identity_askedByManyThreads_isAlwaysTheSame() {
    HostRuntime runtime = hostRuntime();
    RuntimeIdentity identity = runtime.identity().get();

    List<RuntimeIdentity> answers =
        IntStream.range(0, 32).parallel().mapToObj(i -> runtime.identity().get()).toList();

    assertThat(answers).containsOnly(identity);
  }
}
