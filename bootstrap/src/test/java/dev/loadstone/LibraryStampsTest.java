package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.MemoryLoader.Resources;
import dev.loadstone.internal.wiring.LibraryStamps;
import io.vavr.control.Try;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LibraryStampsTest {

  private static final LibraryCopy LIBRARY = LibraryCopy.ofThisBuild();
  private static final String IDENTITY = LibraryStamps.identity().get().toString();

  @TempDir private static Path shared;
  private static List<Path> anotherBuild = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void writeAnotherBuild() throws IOException {
    anotherBuild = LibraryCopy.ofAnotherBuild().asJars(shared);
  }

  /** Makes a loader of a library that was packaged in some way. */
  private interface Packaging {
    ClassLoader of(LibraryCopy library, Path folder) throws IOException;
  }

  static Stream<Arguments> packagings() {
    return Stream.of(
        packaging("class folders", (library, folder) -> loader(library.asFolders(folder))),
        packaging("JARs", (library, folder) -> loader(library.asJars(folder))),
        packaging("one JAR", LibraryStampsTest::oneJar),
        packaging(
            "shrunk",
            (library, folder) ->
                oneJar(
                    library.without(
                        name -> name.endsWith("package-info.class") || name.contains("Warnings")),
                    folder)),
        packaging("one named module", LibraryStampsTest::module),
        memory(Resources.URLS, LibraryCopy.withoutLibrary()),
        memory(Resources.STREAMS, LibraryCopy.withoutLibrary()),
        memory(Resources.CLOSED_URLS, LibraryCopy.withoutLibrary()),
        packaging(
            "own classes first",
            (library, folder) -> new OwnFirst(library.asJars(folder), anotherBuild(), false)),
        packaging(
            "own classes and resources first",
            (library, folder) -> new OwnFirst(library.asJars(folder), anotherBuild(), true)),
        packaging(
            "own classes first, beside the same build",
            (library, folder) -> new OwnFirst(library.asJars(folder), thisBuild(), false)),
        memory(Resources.URLS, anotherBuild()),
        memory(Resources.URLS, anotherBuildInMemory()),
        memory(Resources.STREAMS, anotherBuild()),
        memory(Resources.STREAMS, thisBuild()),
        memory(Resources.CLOSED_URLS, anotherBuild()));
  }

  private static Arguments packaging(String name, Packaging packaging) {
    return arguments(name, packaging);
  }

  private static Arguments memory(Resources resources, ClassLoader parent) {
    return packaging(
        "bytes with resources as " + resources + " below " + parent,
        (library, folder) -> new MemoryLoader(library.allFiles(), resources, parent));
  }

  private static ClassLoader thisBuild() {
    return LibraryStampsTest.class.getClassLoader();
  }

  private static ClassLoader anotherBuild() {
    return LibraryCopy.loader(anotherBuild);
  }

  private static ClassLoader anotherBuildInMemory() {
    return new MemoryLoader(
        LibraryCopy.ofAnotherBuild().allFiles(), Resources.URLS, LibraryCopy.withoutLibrary());
  }

  private static ClassLoader loader(List<Path> places) {
    return LibraryCopy.loader(places);
  }

  private static ClassLoader oneJar(LibraryCopy library, Path folder) throws IOException {
    return loader(List.of(library.asOneJar(folder.resolve("all.jar"))));
  }

  private static ClassLoader module(LibraryCopy library, Path folder) throws IOException {
    library.asOneJar(folder.resolve("all.jar"));
    ModuleLayer boot = ModuleLayer.boot();
    Configuration resolved =
        boot.configuration().resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of("all"));
    return boot.defineModulesWithOneLoader(resolved, LibraryCopy.withoutLibrary())
        .findLoader("all");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packagings")
  void identity_sameBuild_isTheSameHoweverItIsPackaged(String name, Packaging packaging)
      throws Exception {
    ClassLoader loader = packaging.of(LIBRARY, folder);

    assertThat(Class.forName(LibraryStamps.class.getName(), true, loader))
        .isNotSameAs(LibraryStamps.class);
    assertThat(LibraryCopy.identity(loader)).hasToString("Success(" + IDENTITY + ")");
    close(loader);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packagings")
  void identity_aStampIsLost_namesTheModuleHoweverItIsPackaged(String name, Packaging packaging)
      throws Exception {
    ClassLoader loader = packaging.of(LIBRARY.withoutStamp("domain"), folder);

    assertUnknown(LibraryCopy.identity(loader), "without a readable stamp: domain.");
    close(loader);
  }

  /** Such a loader gives the stamps of its parent, which say nothing of its own classes. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void identity_loaderWithoutResourcesOfItsOwn_isUnknown(boolean isBesideTheSame) throws Exception {
    ClassLoader parent = isBesideTheSame ? thisBuild() : anotherBuild();

    assertUnknown(
        LibraryCopy.identity(new MemoryLoader(LIBRARY.allFiles(), Resources.NONE, parent)),
        "without a readable stamp: adapters-bytecode, adapters-classloader, adapters-fs, adapters-jar, adapters-javac,"
            + " application, bootstrap, domain.");
  }

  static Stream<String> modules() {
    return LibraryStamps.MODULES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void identity_moduleWithoutItsStamp_isUnknown(String module) throws Exception {
    assertUnknown(
        identity(LIBRARY.withoutStamp(module)), "without a readable stamp: " + module + ".");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void identity_moduleOfAnotherBuild_isUnknown(String module) throws Exception {
    String another = LIBRARY.stamp(module).replaceAll("[0-9a-f]{64}", "0".repeat(64));

    assertUnknown(
        identity(LIBRARY.withStamp(module, another)),
        "; of another build than module bootstrap: " + module + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "domain",
        "domain sha256:",
        "sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "application sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "domain sha256:0000000000000000000000000000000000000000000000000000000000000000\nand more",
        "domain sha256:000000000000000000000000000000000000000000000000000000000000000G"
      })
  void identity_stampThatIsNone_isUnknown(String stamp) throws Exception {
    assertUnknown(
        identity(LIBRARY.withStamp("domain", stamp)), "without a readable stamp: domain.");
  }

  @Test
  void identity_noListOfTheModules_isUnknown() throws Exception {
    String list = String.join("", modules().map(LIBRARY::stamp).toList());

    assertThat(identity(LIBRARY.withStamp("library", list)).isSuccess()).isTrue();
    for (String broken :
        List.of(
            "",
            list.substring(list.indexOf('\n') + 1),
            list + LIBRARY.stamp("domain"),
            list.replace(LIBRARY.stamp("domain"), LIBRARY.stamp("application")),
            list.replace("sha256", "md5"))) {
      assertUnknown(
          identity(LIBRARY.withStamp("library", broken)), "without a readable stamp: bootstrap.");
    }
  }

  @Test
  void identity_severalFaults_namesAll() throws Exception {
    LibraryCopy library =
        LIBRARY
            .withoutStamp("domain")
            .withoutStamp("application")
            .withStamp("adapters-fs", "adapters-fs sha256:" + "1".repeat(64));

    assertUnknown(
        identity(library),
        "without a readable stamp: application, domain; of another build than module bootstrap: adapters-fs.");
  }

  @Test
  void identity_anotherBuild_isAnother() throws Exception {
    Try<Object> another = identity(LibraryCopy.ofAnotherBuild());

    assertThat(another.get().toString()).startsWith("sha256:").isNotEqualTo(IDENTITY);
  }

  /** So a change of any class in any module gives another identity. */
  @ParameterizedTest
  @MethodSource("modules")
  void stamp_eachModule_isADigestOfAllItsClasses(String module) throws Exception {
    MessageDigest all = sha256();
    LIBRARY
        .files(module)
        .forEach(
            (name, content) -> {
              if (name.endsWith(".class")) {
                all.update(sha256().digest(content));
                all.update(name.getBytes(StandardCharsets.UTF_8));
              }
            });

    assertThat(LIBRARY.stamp(module))
        .isEqualTo(module + " sha256:" + HexFormat.of().formatHex(all.digest()) + "\n");
  }

  @Test
  void modules_ofTheLibrary_areThoseOfTheProject() throws IOException {
    String parent = Files.readString(Path.of(System.getProperty("basedir", "."), "..", "pom.xml"));

    List<String> expected =
        Pattern.compile("<module>([a-z-]+)</module>")
            .matcher(parent)
            .results()
            .map(module -> module.group(1))
            .filter(module -> module.matches("domain|application|adapters-.*|bootstrap"))
            // An application adds it; its identity is a part of the compiler's.
            .filter(module -> !module.equals("adapters-ecj"))
            .toList();

    assertThat(LibraryStamps.MODULES.keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private Try<Object> identity(LibraryCopy library) throws Exception {
    return LibraryCopy.identity(
        new MemoryLoader(library.allFiles(), Resources.URLS, LibraryCopy.withoutLibrary()));
  }

  private static void assertUnknown(Try<Object> identity, String why) {
    assertThat(identity.getCause().getClass().getSimpleName()).isEqualTo("LibraryUnknown");
    assertThat(identity.getCause()).hasMessageContaining(why);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void close(ClassLoader loader) throws IOException {
    if (loader instanceof AutoCloseable) {
      ((URLClassLoader) loader).close();
    }
  }

  /** A loader as of a servlet container: its own classes before those of its parent. */
  private static final class OwnFirst extends URLClassLoader {

    private final boolean areResourcesToo;

    OwnFirst(List<Path> places, ClassLoader parent, boolean areResourcesToo) {
      super(LibraryCopy.urls(places), parent);
      this.areResourcesToo = areResourcesToo;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith("dev.loadstone.") ? findClass(name) : super.loadClass(name, resolve);
      }
    }

    @Override
    public URL getResource(String name) {
      URL own = areResourcesToo ? findResource(name) : null;
      return own == null ? super.getResource(name) : own;
    }
  }
}
