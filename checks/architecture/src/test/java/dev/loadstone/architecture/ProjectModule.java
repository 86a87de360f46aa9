package dev.loadstone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Maven modules, each with its package root and what it may depend on.
 *
 * <p>A module can only name those above it, so the table has no cycle.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its functions have no state.
enum ProjectModule {
  DOMAIN("domain", ".domain", 60, Libraries.VALUES, Set.of()),
  APPLICATION("application", ".application", 4, Libraries.VALUES, Set.of(DOMAIN)),
  ADAPTER_BYTECODE(
      "adapters-bytecode", ".adapter.bytecode", 10, Libraries.BYTECODE_ADAPTER, Set.of(DOMAIN)),
  ADAPTER_JAVAC("adapters-javac", ".adapter.javac", 20, Libraries.JAVAC_ADAPTER, Set.of(DOMAIN)),
  ADAPTER_ECJ("adapters-ecj", ".adapter.ecj", 15, Libraries.ECJ_ADAPTER, Set.of(DOMAIN)),
  ADAPTER_CLASSLOADER(
      "adapters-classloader", ".adapter.classloader", 20, Libraries.VALUES, Set.of(DOMAIN)),
  ADAPTER_FS("adapters-fs", ".adapter.fs", 20, Libraries.VALUES, Set.of(DOMAIN)),
  ADAPTER_JAR("adapters-jar", ".adapter.jar", 12, Libraries.VALUES, Set.of(DOMAIN)),
  BOOTSTRAP(
      "bootstrap",
      "",
      15,
      Libraries.FACADE,
      Set.of(
          DOMAIN,
          APPLICATION,
          ADAPTER_BYTECODE,
          ADAPTER_JAVAC,
          ADAPTER_CLASSLOADER,
          ADAPTER_FS,
          ADAPTER_JAR)),
  CLI("cli", ".cli", 30, Libraries.COMMAND, Set.of(DOMAIN, ADAPTER_JAVAC, ADAPTER_ECJ, BOOTSTRAP)),
  /** Before the test kit, below whose package it lies. */
  TESTKIT_ARCHITECTURE(
      "testkit-architecture", ".testkit.architecture", 5, Libraries.RULES, Set.of()),
  TESTKIT("testkit", ".testkit", 10, Libraries.TESTS, Set.of(DOMAIN)),
  EXAMPLES("examples", ".examples", 5, Libraries.HOSTS, Set.of(DOMAIN, BOOTSTRAP, CLI));

  static final Set<ProjectModule> ADAPTERS =
      Set.of(
          ADAPTER_BYTECODE,
          ADAPTER_JAVAC,
          ADAPTER_ECJ,
          ADAPTER_CLASSLOADER,
          ADAPTER_FS,
          ADAPTER_JAR);

  private final String folder;
  private final String suffix;
  private final int fewestClasses;
  private final DescribedPredicate<JavaClass> libraries;
  private final Set<ProjectModule> modules;

  ProjectModule(
      String folder,
      String suffix,
      int fewestClasses,
      List<String> libraries,
      Set<ProjectModule> modules) {
    this.folder = folder;
    this.suffix = suffix;
    this.fewestClasses = fewestClasses;
    this.libraries = resideInAnyPackage(libraries.toArray(String[]::new));
    this.modules = modules;
  }

  /** Finds the module that owns a package, if one does. */
  static Optional<ProjectModule> owning(String root, String packageName) {
    return Arrays.stream(values())
        .filter(module -> module.owns(root + module.suffix, packageName))
        .findFirst();
  }

  private boolean owns(String ownRoot, String packageName) {
    // The other modules' packages lie below the bootstrap's, too.
    String below = this == BOOTSTRAP ? ownRoot + ".internal." : ownRoot + ".";
    return packageName.equals(ownRoot) || packageName.startsWith(below);
  }

  boolean mayUse(ProjectModule other) {
    return this == other || modules.contains(other);
  }

  boolean mayUseLibrary(JavaClass type) {
    return type.isPrimitive() || libraries.test(type);
  }

  String folder() {
    return folder;
  }

  /** The package identifier of all classes of this module, as ArchUnit writes it. */
  String packages(String root) {
    return root + suffix + "..";
  }

  /** So many classes are there at the least: fewer mean that a rule looks at the wrong place. */
  int fewestClasses() {
    return fewestClasses;
  }

  private static final class Libraries {
    private static final List<String> VALUES =
        List.of("java..", "io.vavr..", "org.jspecify.annotations");
    private static final List<String> FACADE = and(VALUES, "dagger..", "jakarta.inject", "jdk.jfr");
    private static final List<String> BYTECODE_ADAPTER = and(VALUES, "org.objectweb.asm..");
    private static final List<String> JAVAC_ADAPTER =
        and(
            VALUES,
            "javax.tools",
            "javax.annotation.processing..",
            "javax.lang.model..",
            "com.sun.source..");
    private static final List<String> ECJ_ADAPTER = and(VALUES, "org.eclipse.jdt..");
    private static final List<String> COMMAND = and(VALUES, "picocli", "com.fasterxml.jackson..");
    private static final List<String> HOSTS = and(VALUES, "picocli");
    private static final List<String> TESTS = and(VALUES, "org.junit.jupiter..", "org.assertj..");

    private static final List<String> RULES =
        List.of("java..", "org.jspecify.annotations", "com.tngtech.archunit..");

    private static List<String> and(List<String> libraries, String... more) {
      return Stream.concat(libraries.stream(), Arrays.stream(more)).toList();
    }
  }
}
