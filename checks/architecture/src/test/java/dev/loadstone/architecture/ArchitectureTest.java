package dev.loadstone.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.loadstone.testkit.architecture.AdapterRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArchitectureTest {

  private static final Codebase PROJECT = Codebase.ofProject();
  private static final Pattern OFFENDER = Pattern.compile("(?:Abstract)?Bad(?!.*Contract$).*");

  private static JavaClasses fixtures;

  @BeforeAll
  static void readFixtures(@TempDir Path elsewhere) throws IOException {
    fixtures = Codebase.fixtures(elsewhere);
  }

  @ParameterizedTest
  @EnumSource
  void rule_project_holds(Rule rule) {
    rule.in(PROJECT).check(PROJECT.classes());
  }

  /** What we ask of others' adapters. The fixtures that break these rules are beside them. */
  @Test
  void adapterRules_ourOwnAdapters_hold() {
    AdapterRules.in(PROJECT.root()).where(PROJECT.inAdapters()).check(PROJECT.classes());
  }

  /** In a fixture, exactly the types whose names say so break the rule. */
  @ParameterizedTest
  @EnumSource
  void rule_fixtureThatBreaksIt_namesTheOffendersAndNoOthers(Rule rule) {
    Codebase fixture = Codebase.ofFixture(rule, fixtures);
    List<Pattern> offenders =
        fixture.classes().stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> OFFENDER.matcher(type.getSimpleName()).matches())
            .map(type -> Pattern.compile(Pattern.quote(type.getName()) + "\\b"))
            .toList();

    List<String> violations =
        rule.in(fixture).evaluate(fixture.classes()).getFailureReport().getDetails();

    assertThat(offenders)
        .isNotEmpty()
        .allSatisfy(offender -> assertThat(violations).anyMatch(offender.asPredicate()));
    assertThat(violations)
        .allSatisfy(text -> assertThat(offenders).anyMatch(each -> each.matcher(text).find()));
  }

  /** Each rule asks for its fixture, so one that none asks for proves nothing. */
  @Test
  void fixtures_areThoseOfTheRules() {
    Set<String> names =
        fixtures.stream()
            .map(type -> type.getPackageName().substring(Codebase.FIXTURES.length()))
            .map(name -> name.replaceFirst("\\..*", ""))
            .collect(toSet());

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values()).map(Rule::fixture).toList());
  }

  @ParameterizedTest
  @EnumSource
  void module_project_holdsClassesOfItsOwnFolder(ProjectModule module) {
    Pattern home = Pattern.compile("/%s/target/classes/".formatted(module.folder()));

    List<JavaClass> classes = PROJECT.classes().stream().filter(PROJECT.in(module)).toList();

    assertThat(classes)
        .hasSizeGreaterThanOrEqualTo(module.fewestClasses())
        .allMatch(type -> home.matcher(Codebase.location(type)).find());
  }

  @Test
  void modules_project_areThoseOfTheBuild() throws IOException {
    String pom = Files.readString(Codebase.repository().resolve("pom.xml"));

    List<String> built =
        Pattern.compile("<module>(.+?)</module>")
            .matcher(pom)
            .results()
            .map(result -> result.group(1))
            .filter(name -> !name.startsWith("checks/") && !name.equals("bom"))
            .toList();

    assertThat(built)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProjectModule.values()).map(ProjectModule::folder).toList());
  }

  /** Rules look at what is written; here is what is generated, too. */
  @Test
  void facade_compiledTypes_areThoseThatUsersHold() {
    Path facade =
        Codebase.repository()
            .resolve("bootstrap/target/classes")
            .resolve(PROJECT.root().replace('.', '/'));

    assertThat(
            new ClassFileImporter()
                .importPath(facade).stream()
                    .filter(type -> type.getPackageName().equals(PROJECT.root()))
                    .filter(JavaClass::isTopLevelClass)
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(ModuleRules.FACADE);
  }

  /** A permission that nobody needs would hide the first one who should not have it. */
  @ParameterizedTest
  @EnumSource
  void technology_project_isUsedWhereverItMayBe(Technology technology) {
    List<JavaClass> users =
        PROJECT.classes().stream().filter(type -> !technology.usesIn(type).isEmpty()).toList();

    assertThat(technology.modules())
        .allSatisfy(module -> assertThat(users).anyMatch(PROJECT.in(module)));
    assertThat(users.stream().map(type -> Codebase.outermost(type).getName()))
        .containsAll(technology.exceptions().stream().map(PROJECT.root()::concat).toList());
  }
}
