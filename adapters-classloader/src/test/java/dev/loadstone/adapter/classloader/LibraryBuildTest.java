package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryBuildTest {

  private static final Map<String, Bytes> DOMAIN =
      classes("dev/loadstone/domain/package-info", "dev/loadstone/domain/port/Loader");
  private static final Map<String, Bytes> ADAPTER =
      classes("dev/loadstone/adapter/fs/package-info", "dev/loadstone/adapter/fs/deep/Files");
  private static final Map<String, Bytes> FACADE =
      classes("dev/loadstone/package-info", "dev/loadstone/Loadstone");
  private static final Map<String, Bytes> COMMAND =
      classes("dev/loadstone/cli/package-info", "dev/loadstone/cli/Main", "picocli/CommandLine");

  @TempDir private Path folder;

  private static Map<String, Bytes> classes(String... names) {
    Map<String, Bytes> entries = new HashMap<>();
    for (String name : names) {
      entries.put(name + ".class", Bytes.ofUtf8("the class file of " + name));
    }
    return entries;
  }

  private static Map<String, Bytes> merge(List<Map<String, Bytes>> parts) {
    Map<String, Bytes> all = new HashMap<>();
    parts.forEach(all::putAll);
    return all;
  }

  private static Digest buildOf(Path... places) throws IOException {
    URL[] urls = new URL[places.length];
    for (int i = 0; i < places.length; i++) {
      urls[i] = places[i].toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return new LibraryBuild(loader).digest();
    }
  }

  @Test
  void digest_ofTheSameClasses_isTheSameWhereverTheyAre() throws Exception {
    Digest folders =
        buildOf(
            Jars.writeFolder(folder.resolve("test-classes"), classes("dev/loadstone/FacadeTest")),
            Jars.writeFolder(folder.resolve("the domain"), DOMAIN),
            Jars.writeFolder(folder.resolve("adapter"), ADAPTER),
            Jars.writeFolder(folder.resolve("facade"), FACADE),
            Jars.writeFolder(folder.resolve("command"), COMMAND));
    Digest jars =
        buildOf(
            Jars.write(folder.resolve("the facade.jar"), FACADE),
            Jars.writeWithFolders(folder.resolve("domain.jar"), DOMAIN),
            Jars.write(folder.resolve("adapter.jar"), Map.of("Built-By", "someone"), ADAPTER));
    Digest merged =
        buildOf(
            Jars.write(
                folder.resolve("all.jar"), merge(List.of(DOMAIN, COMMAND, FACADE, ADAPTER))));

    assertThat(jars).isEqualTo(folders);
    assertThat(merged).isEqualTo(folders);
  }

  @Test
  void digest_ofOtherClasses_differs() throws Exception {
    Digest build = buildOf(Jars.write(folder.resolve("one.jar"), merge(List.of(DOMAIN, FACADE))));
    Map<String, Bytes> changed = merge(List.of(DOMAIN, FACADE));
    changed.put("dev/loadstone/Loadstone.class", Bytes.ofUtf8("changed"));

    assertThat(buildOf(Jars.write(folder.resolve("changed.jar"), changed))).isNotEqualTo(build);
    assertThat(buildOf(Jars.write(folder.resolve("less.jar"), DOMAIN))).isNotEqualTo(build);
    assertThat(
            buildOf(
                Jars.write(
                    folder.resolve("more.jar"),
                    merge(List.of(DOMAIN, FACADE, classes("dev/loadstone/domain/More"))))))
        .isNotEqualTo(build);
  }

  @Test
  void digest_ofThisLibrary_countsTheMainClassesOnly() throws Exception {
    ClassLoader loader = LibraryBuildTest.class.getClassLoader();
    Path domain = root(loader, "dev/loadstone/domain/package-info.class");
    Path adapter = root(loader, "dev/loadstone/adapter/classloader/package-info.class");

    assertThat(new LibraryBuild(loader).digest()).isEqualTo(buildOf(adapter, domain));
  }

  private static Path root(ClassLoader loader, String entryName) throws Exception {
    String url = loader.getResource(entryName).toString();
    String location = url.substring(0, url.length() - entryName.length());
    return Path.of(new URL(location.replaceFirst("^jar:(.*)!/$", "$1")).toURI());
  }

  @Test
  void modules_thatTheBuildIsMadeOf_areThoseOfTheProject() throws IOException {
    String parent = Files.readString(Path.of(System.getProperty("basedir", "."), "..", "pom.xml"));

    List<String> expected =
        Pattern.compile("<module>([a-z-]+)</module>")
            .matcher(parent)
            .results()
            .map(module -> module.group(1))
            .filter(module -> !module.matches("benchmarks|cli|examples|testkit.*|.*-tests"))
            .map(LibraryBuildTest::packageFolder)
            .toList();

    assertThat(LibraryBuild.MODULES).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String packageFolder(String module) {
    return module.equals("bootstrap")
        ? "dev/loadstone/"
        : "dev/loadstone/" + module.replaceFirst("^adapters-", "adapter/") + "/";
  }
}
