package dev.loadstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Classes that the rules are about: the project's, or a fixture's, laid out alike under a root
 * package.
 *
 * @param root the package under which the modules' packages lie
 * @param classes the classes that are ours and not tests; their subclasses and users may be tests
 * @param sourceFolders where their sources are
 */
record Codebase(String root, JavaClasses classes, List<Path> sourceFolders) {

  private static final String PROJECT = "dev.loadstone";
  static final String FIXTURES = Codebase.class.getPackageName() + ".fixture.";

  /**
   * Reads the classes and the tests that the modules have compiled: classes from where Maven puts
   * them, as JARs may have some of Dagger's under our names.
   */
  static Codebase ofProject() {
    Set<Location> locations = new HashSet<>();
    modules()
        .flatMap(
            module ->
                Stream.of(module.resolve("target/classes"), module.resolve("target/test-classes")))
        .filter(Files::isDirectory)
        .forEach(compiled -> locations.add(Location.of(compiled)));
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("/dev/loadstone/architecture/"))
            .importLocations(locations);
    return new Codebase(
        PROJECT,
        all.that(isWritten())
            .that(describe("are no tests", type -> !location(type).contains("/test-classes/"))),
        modules().map(module -> module.resolve("src/main/java")).toList());
  }

  /**
   * Reads all fixtures.
   *
   * @param elsewhere an empty folder, for fixtures that are spread over two places: classes named
   *     {@code …Elsewhere} are read from here
   */
  static JavaClasses fixtures(Path elsewhere) throws IOException {
    Path compiled = testClasses();
    Path fixtures = compiled.resolve(FIXTURES.replace('.', '/'));
    try (Stream<Path> files = Files.walk(fixtures)) {
      for (Path file : files.filter(each -> each.toString().endsWith("Elsewhere.class")).toList()) {
        Path moved = elsewhere.resolve(compiled.relativize(file));
        Files.createDirectories(moved.getParent());
        Files.copy(file, moved);
      }
    }
    return new ClassFileImporter()
        .withImportOption(
            location ->
                !location.contains("Elsewhere.class") || !location.contains("/test-classes/"))
        .importPaths(fixtures, elsewhere);
  }

  /** Picks the fixture of one rule. */
  static Codebase ofFixture(Rule rule, JavaClasses fixtures) {
    String root = FIXTURES + rule.fixture();
    return new Codebase(
        root,
        fixtures
            .that(isWritten())
            .that(describe("are of " + rule, type -> type.getName().startsWith(root + "."))),
        List.of(repository().resolve("checks/architecture/src/test/java")));
  }

  /** The folder, or JAR, that a class was read from. */
  static String location(JavaClass type) {
    String file = type.getSource().orElseThrow().getUri().toString();
    return file.substring(0, file.length() - (type.getName() + ".class").length());
  }

  static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Codebase::outermost).orElse(type);
  }

  /** The folder that holds all modules, wherever the tests are started. */
  static Path repository() {
    return Stream.iterate(testClasses(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("checks/architecture/pom.xml")))
        .findFirst()
        .orElseThrow();
  }

  Optional<ProjectModule> moduleOf(JavaClass type) {
    return ProjectModule.owning(root, type.getPackageName());
  }

  DescribedPredicate<JavaClass> in(ProjectModule... modules) {
    List<ProjectModule> wanted = List.of(modules);
    return describe(
        "are in " + wanted, type -> moduleOf(type).filter(wanted::contains).isPresent());
  }

  DescribedPredicate<JavaClass> inAdapters() {
    return in(ProjectModule.ADAPTERS.toArray(ProjectModule[]::new));
  }

  String portPackage() {
    return root + ".domain.port";
  }

  String contractPackage() {
    return root + ".testkit.contract";
  }

  private static Stream<Path> modules() {
    return Arrays.stream(ProjectModule.values())
        .map(module -> repository().resolve(module.folder()));
  }

  private static DescribedPredicate<JavaClass> isWritten() {
    return describe(
        "are not generated",
        type ->
            !isGenerated(type)
                && !Set.of("module-info", "package-info").contains(type.getSimpleName()));
  }

  private static boolean isGenerated(JavaClass type) {
    return type.isAnnotatedWith("dagger.internal.DaggerGenerated")
        || type.getEnclosingClass().filter(Codebase::isGenerated).isPresent();
  }

  private static Path testClasses() {
    try {
      return Path.of(Codebase.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
