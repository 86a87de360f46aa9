package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that says it is a native image, since there is none to test in. */
final class NativeImageIT {

  @Test
  void load_inANativeImage_saysThatThereAreNoPluginsThere() throws Exception {
    List<Path> elements = new ArrayList<>(Library.jars());
    elements.add(Library.CLASSES);

    List<String> lines =
        HostProcess.run(
            HostProcess.ownJdk(),
            List.of(
                "-Dorg.graalvm.nativeimage.imagecode=runtime",
                "-cp",
                Library.classPath(elements),
                "acme.host.ReleaseProgram",
                Runtime.version().feature()));

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("LinkageFailed: P.java: ")
        .contains("a native image defines no classes when it runs");
  }
}
