package dev.loadstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependenciesWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the modules may depend on, and what they show. */
final class ModuleRules {

  private static final Set<String> PURE_PACKAGES =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.nio.charset",
          "java.text",
          "java.time",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream");

  /** What {@code Bytes} and {@code Digest} are made of, and names of files that are not opened. */
  private static final Set<String> PURE_TYPES =
      Set.of(
          "java.io.ByteArrayInputStream",
          "java.io.InputStream",
          "java.io.Serial",
          "java.io.Serializable",
          "java.nio.ByteBuffer",
          "java.nio.file.InvalidPathException",
          "java.security.MessageDigest",
          "java.security.NoSuchAlgorithmException");

  private static final Set<String> IMPURE_TYPES =
      Set.of(
          "java.lang.ClassLoader",
          "java.lang.Module",
          "java.lang.ModuleLayer",
          "java.lang.Package",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.lang.StackWalker",
          "java.lang.System",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.util.ResourceBundle",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.Timer");

  /** These ask the file system, or the process for its working folder. */
  private static final Set<String> IMPURE_PATH_METHODS =
      Set.of("register", "toAbsolutePath", "toFile", "toRealPath", "toUri");

  static final Set<String> FACADE =
      Set.of(
          "CacheSettings",
          "Loadstone",
          "Plugin",
          "PluginCache",
          "PluginLoader",
          "TypeRef",
          "Warnings");

  private ModuleRules() {}

  static ArchRule dependencies(Codebase code) {
    return classes()
        .should(
            ArchCondition.from(
                describe("be owned by a module", type -> code.moduleOf(type).isPresent())))
        .andShould(
            onlyHaveDependenciesWhere(
                describe("the module may", dependency -> isAllowed(code, dependency))));
  }

  private static boolean isAllowed(Codebase code, Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    return code.moduleOf(dependency.getOriginClass())
        .filter(
            module ->
                code.moduleOf(target)
                    .map(module::mayUse)
                    .orElseGet(() -> module.mayUseLibrary(target)))
        .isPresent();
  }

  static ArchRule locations(Codebase code) {
    Map<Optional<ProjectModule>, String> homes =
        code.classes().stream()
            .collect(
                groupingBy(
                    code::moduleOf,
                    mapping(
                        Codebase::location,
                        collectingAndThen(
                            groupingBy(identity(), counting()), ModuleRules::mostFrequent))));
    return classes()
        .should(
            ArchCondition.from(
                describe(
                    "lie where the other classes of the module do",
                    type -> Codebase.location(type).equals(homes.get(code.moduleOf(type))))));
  }

  private static String mostFrequent(Map<String, Long> counts) {
    return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  static ArchRule cycles(Codebase code) {
    return slices()
        .assignedFrom(
            new Slices(
                "modules",
                type ->
                    code.moduleOf(type)
                        .map(module -> SliceIdentifier.of(module.folder()))
                        .orElseGet(SliceIdentifier::ignore)))
        .should()
        .beFreeOfCycles();
  }

  static ArchRule domainPurity(Codebase code) {
    return classes()
        .that(code.in(ProjectModule.DOMAIN))
        .should(
            onlyHaveDependenciesWhere(
                describe("only values of the JDK are used", ModuleRules::isPure)));
  }

  private static boolean isPure(Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    if (target.isPrimitive() || !resideInAPackage("java..").test(target)) {
      return true;
    }
    if (target.isEquivalentTo(Path.class)) {
      return calls(dependency).noneMatch(IMPURE_PATH_METHODS::contains);
    }
    if (target.isEquivalentTo(Class.class)) {
      // Words about an exception begin with its name.
      return !calls(dependency).toList().isEmpty() && calls(dependency).allMatch("getName"::equals);
    }
    return PURE_TYPES.contains(target.getName())
        || (PURE_PACKAGES.contains(target.getPackageName())
            && !IMPURE_TYPES.contains(Codebase.outermost(target).getName()));
  }

  private static Stream<String> calls(Dependency dependency) {
    return dependency.convertTo(JavaCodeUnitAccess.class).stream().map(HasName::getName);
  }

  static ArchRule adapterFacade(Codebase code) {
    Map<Optional<ProjectModule>, Long> factories =
        code.classes().stream()
            .filter(ModuleRules::makesPorts)
            .collect(groupingBy(code::moduleOf, counting()));
    return classes()
        .that(code.inAdapters())
        .should(
            ArchCondition.from(
                describe(
                    "be public if, and only if, they are the one type that makes the adapter's ports",
                    type ->
                        makesPorts(type)
                            ? isShown(type) && factories.get(code.moduleOf(type)) == 1
                            : !isShown(type))));
  }

  private static boolean makesPorts(JavaClass type) {
    return type.isTopLevelClass() && type.getSimpleName().matches(".*Adapter|EcjCompiler");
  }

  private static boolean isDaggerModule(JavaClass type) {
    return type.isAnnotatedWith(dagger.Module.class);
  }

  private static boolean isShown(JavaClass type) {
    return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  static ArchRule daggerWiring(Codebase code) {
    return noClasses()
        .that(
            describe(
                "are neither Dagger modules nor components of the bootstrap",
                type ->
                    !code.in(ProjectModule.BOOTSTRAP).test(type)
                        || !(isDaggerModule(Codebase.outermost(type))
                            || Codebase.outermost(type).isAnnotatedWith(dagger.Component.class))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dagger..")
        .as("only the bootstrap's Dagger modules and components use Dagger, in " + code.root());
  }

  /** What users hold, and nothing else that their completion would offer. */
  static ArchRule facade(Codebase code) {
    return classes()
        .that(describe("are in the root package", type -> isOfFacade(code, type)))
        .should(
            ArchCondition.from(
                describe(
                    "be one of " + FACADE + ", or hidden",
                    type -> !isShown(type) || FACADE.contains(type.getSimpleName()))));
  }

  private static boolean isOfFacade(Codebase code, JavaClass type) {
    return type.getPackageName().equals(code.root());
  }

  static ArchRule internals(Codebase code) {
    return noClasses()
        .that(
            describe(
                "are not the bootstrap's", type -> !code.in(ProjectModule.BOOTSTRAP).test(type)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(code.root() + ".internal..");
  }
}
