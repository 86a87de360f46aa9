package dev.loadstone.checks.hosts;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's JARs as modules: what each says of itself, and what applications see. */
final class LibraryModulesIT {

  private static final String LIBRARY = "dev.loadstone";
  private static final String DOMAIN = "dev.loadstone.domain";
  private static final ModuleFinder FINDER = ModuleFinder.of(Library.folder());

  private static final Map<String, ModuleDescriptor> MODULES =
      FINDER.findAll().stream()
          .map(module -> module.descriptor())
          .collect(toMap(ModuleDescriptor::name, module -> module, (a, b) -> a, TreeMap::new));

  /** No runtime image takes an automatic module. */
  @Test
  void jars_all_haveADescriptor() {
    assertThat(MODULES)
        .containsOnlyKeys(
            "dev.loadstone",
            "dev.loadstone.adapter.bytecode",
            "dev.loadstone.adapter.classloader",
            "dev.loadstone.adapter.fs",
            "dev.loadstone.adapter.jar",
            "dev.loadstone.adapter.javac",
            "dev.loadstone.application",
            "dev.loadstone.domain",
            "io.vavr",
            "io.vavr.match",
            "org.jspecify",
            "org.objectweb.asm");
    assertThat(MODULES.values()).noneMatch(ModuleDescriptor::isAutomatic);
  }

  @Test
  void exports_toAll_areWhatApplicationsUse() {
    Map<String, Set<String>> exported = new TreeMap<>();
    own()
        .forEach(
            module ->
                exports(module, false)
                    .forEach(
                        exports ->
                            exported
                                .computeIfAbsent(module.name(), none -> new TreeSet<>())
                                .add(exports.source())));

    assertThat(exported)
        .containsOnlyKeys(LIBRARY, DOMAIN)
        .containsEntry(LIBRARY, Set.of(LIBRARY))
        .containsEntry(
            DOMAIN,
            Stream.of(
                    "abi",
                    "artifact",
                    "cache",
                    "classfile",
                    "compilation",
                    "content",
                    "context",
                    "contract",
                    "diagnostic",
                    "error",
                    "event",
                    "port",
                    "source")
                .map(name -> DOMAIN + "." + name)
                .collect(toCollection(TreeSet::new)));
  }

  /** A name that is misspelt in a descriptor would be no error. */
  @Test
  void exports_toSome_areToOwnModules() {
    assertThat(
            own().flatMap(module -> exports(module, true)).flatMap(each -> each.targets().stream()))
        .isNotEmpty()
        .allMatch(target -> target.equals(LIBRARY) || target.startsWith(LIBRARY + "."))
        .allMatch(MODULES::containsKey);
    assertThat(own().filter(module -> !module.opens().isEmpty() || module.isOpen())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"dev.loadstone.adapter.javac, jdk.compiler", "dev.loadstone, jdk.jfr"})
  void requires_whatARuntimeMayBeWithout_isStatic(String module, String required) {
    assertThat(MODULES.get(module).requires())
        .filteredOn(each -> each.name().equals(required))
        .singleElement()
        .extracting(Requires::modifiers)
        .isEqualTo(Set.of(Requires.Modifier.STATIC));
    assertThat(own().flatMap(each -> each.requires().stream()))
        .filteredOn(each -> each.name().startsWith("jdk.") || each.name().startsWith("java."))
        .extracting(Requires::name)
        .containsOnly("java.base", "jdk.compiler", "jdk.jfr");
  }

  /** The descriptor of the façade is not compiled with its classes, so javac does not tell. */
  @Test
  void classes_all_useOnlyWhatTheirModulesRequire() throws IOException {
    List<String> words = new ArrayList<>(List.of("--multi-release", "17", "--missing-deps"));
    words.addAll(List.of("--module-path", Library.folder().toString()));
    words.addAll(List.of("--add-modules", "ALL-MODULE-PATH,jdk.compiler,jdk.jfr"));
    Library.jars().stream()
        .map(Path::toString)
        .filter(jar -> jar.contains("loadstone-"))
        .forEach(words::add);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);

    int exit =
        ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, words.toArray(String[]::new));

    out.flush();
    assertThat(said.toString()).isEmpty();
    assertThat(exit).isZero();
  }

  /** Two builds give the same bytes: no entry has the time at which it was made. */
  @Test
  void jars_entries_haveTheTimesThatTheBuildSets() throws IOException {
    LocalDateTime set = times(Library.folder().resolve("loadstone-domain.jar")).get(0);

    for (Path jar : Library.jars()) {
      if (jar.getFileName().toString().startsWith("loadstone-")) {
        assertThat(times(jar)).as("%s", jar).isNotEmpty().noneMatch(time -> time.isAfter(set));
      }
    }
  }

  private static List<LocalDateTime> times(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getTimeLocal).toList();
    }
  }

  @Test
  void signatures_ofExportedPackages_nameOnlyWhatApplicationsSee() {
    Configuration resolved =
        ModuleLayer.boot()
            .configuration()
            .resolve(FINDER, ModuleFinder.of(), Set.of(LIBRARY, "org.jspecify"));
    ModuleLayer layer =
        ModuleLayer.defineModulesWithOneLoader(
                resolved, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
            .layer();

    ExportedSignatures signatures = new ExportedSignatures(layer, LIBRARY);

    assertThat(signatures.types()).hasSizeGreaterThan(100);
    assertThat(signatures.hidden()).isEmpty();
  }

  private static Stream<ModuleDescriptor> own() {
    return MODULES.values().stream().filter(module -> module.name().startsWith(LIBRARY));
  }

  private static Stream<Exports> exports(ModuleDescriptor module, boolean isQualified) {
    return module.exports().stream().filter(exports -> exports.isQualified() == isQualified);
  }
}
