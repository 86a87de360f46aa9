package dev.loadstone.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fixtures are an application's: the packages of {@code com.acme}. */
final class AdapterRulesTest {

  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importUrl(AdapterRulesTest.class.getResource("/com/acme"));

  /** All of these are tests to their build; those that play tests are named so. */
  private static AdapterRules in(String fixture) {
    return AdapterRules.in("com.acme." + fixture)
        .where(describe("play no tests", type -> !type.getSimpleName().endsWith("Check")));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("finality", AdapterRules::implementationsAreFinal, "be final"),
        rule("visibility", AdapterRules::implementationsAreHidden, "not be visible outside"),
        rule("dependencies", AdapterRules::onlyTheDomainIsUsed, "of Loadstone is its domain"),
        rule("exceptions", AdapterRules::callsDeclareNoException, "declare no exception"),
        rule("contracts", AdapterRules::contractsArePassed, "extends the port's contract"),
        rule("staticstate", AdapterRules::noStaticState, "have no static state"));
  }

  private static Arguments rule(
      String fixture, Function<AdapterRules, ArchRule> rule, String words) {
    return Arguments.of(fixture, rule, words);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_fixtureThatBreaksIt_namesTheOffendersAndNoOthers(
      String fixture, Function<AdapterRules, ArchRule> rule) {
    List<Pattern> offenders =
        FIXTURES.stream()
            .filter(type -> type.getPackageName().equals("com.acme." + fixture))
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> type.getSimpleName().startsWith("Bad"))
            .map(type -> Pattern.compile(Pattern.quote(type.getName()) + "\\b"))
            .toList();

    List<String> violations =
        rule.apply(in(fixture)).evaluate(FIXTURES).getFailureReport().getDetails();

    assertThat(offenders)
        .isNotEmpty()
        .allSatisfy(offender -> assertThat(violations).anyMatch(offender.asPredicate()));
    assertThat(violations)
        .allSatisfy(text -> assertThat(offenders).anyMatch(each -> each.matcher(text).find()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_broken_saysWhatAndWhy(
      String fixture, Function<AdapterRules, ArchRule> rule, String words) {
    assertThatThrownBy(() -> rule.apply(in(fixture)).check(FIXTURES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("com.acme." + fixture, words, "because");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_packageThatDoesNotExist_fails(String fixture, Function<AdapterRules, ArchRule> rule) {
    assertThatThrownBy(() -> rule.apply(in("absent")).check(FIXTURES))
        .as(fixture)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void contractsArePassed_linkedPlugin_asksForTheLoadersContract() {
    List<String> violations =
        in("contracts").contractsArePassed().evaluate(FIXTURES).getFailureReport().getDetails();

    assertThat(violations)
        .contains(
            "Class <com.acme.contracts.BadLinkedPlugin> is met by no test that extends"
                + " dev.loadstone.testkit.contract.LoaderContract");
  }

  @Test
  void check_adaptersThatKeepTheRules_passes() {
    assertThatCode(() -> in("good").check()).doesNotThrowAnyException();
  }

  @Test
  void check_severalPackagesAndRules_namesAllThatBreaksThem() {
    AdapterRules rules =
        AdapterRules.in("com.acme.finality", "com.acme.staticstate")
            .where(describe("are any", type -> true));

    assertThatThrownBy(() -> rules.check(FIXTURES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("BadOpenRuntime", "BadCounter", "HostRuntimeContract");
  }

  @Test
  void in_testClasses_countsThemAsTestsOnly(@TempDir Path folder) throws IOException {
    Path main = copied("AcmeRuntime", folder.resolve("target/classes"));
    Path tests = copied("AcmeRuntimeCheck", folder.resolve("target/test-classes"));
    AdapterRules rules = AdapterRules.in("com.acme.good");

    assertThatCode(() -> rules.check(new ClassFileImporter().importPaths(main, tests)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> rules.check(new ClassFileImporter().importPaths(main)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is met by no test that extends");
    assertThatThrownBy(() -> rules.check(FIXTURES))
        .as("the fixtures are test classes")
        .hasMessageContaining("failed to check any classes");
  }

  private static Path copied(String name, Path root) throws IOException {
    Path copy = root.resolve("com/acme/good").resolve(name + ".class");
    Files.createDirectories(copy.getParent());
    URI compiled = FIXTURES.get("com.acme.good." + name).getSource().orElseThrow().getUri();
    Files.copy(Path.of(compiled), copy);
    return root;
  }
}
