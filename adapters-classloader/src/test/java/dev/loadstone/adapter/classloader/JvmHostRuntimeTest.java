package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;
import io.vavr.control.Try;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JvmHostRuntimeTest extends HostRuntimeContract {

  private static final Digest LIBRARY = Digest.of(Bytes.ofUtf8("library"));

  private final HostRuntime runtime = runtime(Try.success(LIBRARY));

  private static HostRuntime runtime(Try<Digest> library) {
    return new ClassLoaderAdapter(
            JvmHostRuntimeTest.class.getClassLoader(), List.of(), AllowedPackages.everything())
        .hostRuntime(() -> library);
  }

  @Override
  protected HostRuntime hostRuntime() {
    return runtime;
  }

  @Override
  protected List<String> platformClasses() {
    return List.of(
        "java.lang.Object",
        "java.lang.Thread$State",
        "java.sql.Connection",
        "java.util.Map$Entry",
        "javax.tools.JavaCompiler",
        // A class that is not public, but in an exported package.
        "java.lang.AbstractStringBuilder");
  }

  @Test
  void platformClass_ofPackageThatIsNotExportedToAll_isNone() {
    assertThat(
            Stream.of(
                "jdk.internal.misc.Unsafe",
                "sun.security.action.GetPropertyAction",
                "com.sun.tools.javac.main.Main"))
        .allSatisfy(name -> assertThat(runtime.platformClass(name).get()).isEmpty());
  }

  @Test
  void platformClass_ofThisRuntime_hasItsBytes() throws Exception {
    try (InputStream content = Object.class.getResourceAsStream("Object.class")) {
      assertThat(runtime.platformClass("java.lang.Object").get().get().bytes())
          .isEqualTo(Bytes.of(content.readAllBytes()));
    }
  }

  @Test
  void identity_ofThisProcess_isItsRelease() {
    assertThat(runtime.identity().get())
        .isEqualTo(new RuntimeIdentity(Runtime.version().feature(), LIBRARY));
  }

  @Test
  void identity_ofAnUnknownLibrary_failsAndTheReleaseIsKnown() {
    LibraryUnknown unknown = new LibraryUnknown(List.of("domain"), List.of(), null);
    HostRuntime ofUnknown = runtime(Try.failure(unknown));

    assertThat(ofUnknown.identity().getCause()).isSameAs(unknown);
    assertThat(ofUnknown.featureRelease().get()).isEqualTo(Runtime.version().feature());
  }
}
