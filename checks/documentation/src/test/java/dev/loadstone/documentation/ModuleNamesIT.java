package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of what is no module itself, but may be put on a module path. */
final class ModuleNamesIT {

  @ParameterizedTest
  @CsvSource({
    "adapters-ecj, dev.loadstone.adapter.ecj",
    "cli, dev.loadstone.cli",
    "testkit, dev.loadstone.testkit",
    "testkit-architecture, dev.loadstone.testkit.architecture"
  })
  void jar_ofAModuleThatIsNotRequired_hasAName(String folder, String name) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Repository.root().resolve(folder).resolve("target"))) {
      jars =
          files
              .filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches("loadstone-" + folder + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
              .toList();
    }
    assertThat(jars).hasSize(1);

    try (JarFile jar = new JarFile(jars.get(0).toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo(name);
    }
  }
}
