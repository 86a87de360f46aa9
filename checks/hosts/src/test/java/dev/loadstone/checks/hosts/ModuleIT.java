package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts whose classes are in a named module that keeps a package to itself. */
final class ModuleIT {

  private static final String OID =
      "sun.security.util.ObjectIdentifier.of(sun.security.util.KnownOIDs.SHA_256).toString()";

  @TempDir Path folder;

  private Path module;

  @BeforeEach
  void compileModule() throws Exception {
    module = NamedModule.compile(folder, NamedModule.sources());
  }

  @Test
  void load_unexportedPackage_doesNotExistAndTheMessageSaysWhy() throws Exception {
    List<String> lines =
        run(
            HostProcess.ownJdk(),
            List.of(),
            "acme.internal.Secret.word()",
            "acme.api.Greeting.to(\"module\")");

    Told.assertSeesItsHost(lines);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("acme.internal"))
        .singleElement()
        .asString()
        .contains(
            "CompilationFailed: P.java:1: error: ",
            "module acme.app does not export acme.internal");
  }

  @Tag("thorough")
  @Test
  void load_unexportedPackageOfALoaderWithoutAParent_doesNotExist() throws Exception {
    List<Object> words =
        words(
            List.of(),
            "acme.host.HostProgram$Delegating",
            Files.createDirectory(folder.resolve("work")),
            "",
            "acme.internal.Secret.word()",
            "",
            "acme.api.Greeting.to(\"module\")");

    List<String> lines = HostProcess.run(HostProcess.ownJdk(), words);

    Told.assertSeesItsHost(lines);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("acme.internal"))
        .singleElement()
        .asString()
        .contains("module acme.app does not export acme.internal");
  }

  @Tag("thorough")
  @Test
  void load_packageExportedByAnOption_exists() throws Exception {
    List<String> lines =
        run(
            HostProcess.ownJdk(),
            List.of("--add-exports", "acme.app/acme.internal=ALL-UNNAMED"),
            "acme.internal.Secret.word()");

    assertThat(lines)
        .contains("acme.internal.Secret.word(): sesame", "artifact: sesame", "cache: miss, hit");
  }

  @Tag("thorough")
  @Test
  void loadArtifact_packageOfTheJdkExportedByAnOption_linksOnALaterRelease() throws Exception {
    List<String> options = List.of("--add-exports", "java.base/sun.security.util=ALL-UNNAMED");
    List<String> made = run(HostProcess.jdk(17), options, OID);

    List<String> loaded =
        HostProcess.run(
            HostProcess.jdk(25),
            words(
                options,
                "acme.host.HostProgram$Later",
                folder.resolve("work/p.jar"),
                "BINARY_COMPATIBLE"));

    assertThat(made).contains("artifact: 2.16.840.1.101.3.4.2.1");
    assertThat(loaded).containsExactly("2.16.840.1.101.3.4.2.1");
  }

  private List<String> run(Path jdk, List<String> options, String... expressions) throws Exception {
    List<Object> words =
        words(options, "acme.host.HostProgram", Files.createDirectory(folder.resolve("work")));
    for (String expression : expressions) {
      words.addAll(List.of("", expression));
    }
    return HostProcess.run(jdk, words);
  }

  private List<Object> words(List<String> options, Object... program) throws Exception {
    List<Object> words = new ArrayList<>(options);
    words.addAll(List.of("-p", module, "--add-modules", "acme.app", "-cp"));
    words.add(NamedModule.classPath(folder));
    words.addAll(List.of(program));
    return words;
  }
}
