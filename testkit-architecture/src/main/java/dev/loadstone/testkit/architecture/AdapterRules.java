package dev.loadstone.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependenciesWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;

/**
 * The rules that adapters keep: classes that implement a port of Loadstone.
 *
 * <p>{@link #check()} checks them all; a host that means to break one checks the others, each by a
 * method of its own. Every rule fails where it finds nothing to check, since a rule about a package
 * that does not exist would pass silently. An adapter that is a lambda expression is no class, and
 * not seen. Immutable.
 */
public final class AdapterRules {

  private final List<String> packages;
  private final DescribedPredicate<JavaClass> counting;

  private AdapterRules(List<String> packages, DescribedPredicate<JavaClass> counting) {
    this.packages = packages;
    this.counting = counting;
  }

  /**
   * Makes the rules for adapters in some packages and the packages below. Test classes, by the
   * folders in which Maven, Gradle and IntelliJ IDEA put them, do not count as adapters.
   *
   * @param packages the packages, such as {@code com.acme.plugins}
   */
  public static AdapterRules in(String... packages) {
    return new AdapterRules(List.of(packages), describe("are no tests", type -> !isTest(type)));
  }

  /**
   * {@return the rules for some of the classes only, in place of those that are no tests}
   *
   * @param wanted the classes that count
   */
  public AdapterRules where(DescribedPredicate<? super JavaClass> wanted) {
    return new AdapterRules(packages, wanted.forSubtype());
  }

  /**
   * Checks all rules against the classes that the class path has in the packages, tests included.
   *
   * @throws AssertionError if one is broken, with every place that breaks one
   */
  public void check() {
    check(new ClassFileImporter().importPackages(packages));
  }

  /**
   * Checks all rules against given classes.
   *
   * @param classes the adapters, and the tests that extend the ports' contracts
   * @throws AssertionError if one is broken, with every place that breaks one
   */
  public void check(JavaClasses classes) {
    CompositeArchRule.of(all()).check(classes);
  }

  /**
   * Returns all rules.
   *
   * @return each of them
   */
  public List<ArchRule> all() {
    return List.of(
        implementationsAreFinal(),
        implementationsAreHidden(),
        onlyTheDomainIsUsed(),
        callsDeclareNoException(),
        contractsArePassed(),
        noStaticState());
  }

  /** Says that implementations of ports are final, enum constants and anonymous classes aside. */
  public ArchRule implementationsAreFinal() {
    return implementations()
        .should(ArchCondition.from(describe("be final", Implementations::isFinal)))
        .because("a subclass is another adapter, which no contract test has seen")
        .allowEmptyShould(false);
  }

  /**
   * Says that implementations of ports cannot be named outside their package, so that the
   * application holds ports and a factory beside the adapter makes them.
   */
  public ArchRule implementationsAreHidden() {
    return implementations()
        .should(
            ArchCondition.from(
                describe(
                    "not be visible outside their package",
                    type -> !Implementations.isShown(type))))
        .because("who holds a port can be given another adapter")
        .allowEmptyShould(false);
  }

  /**
   * Says that adapters use nothing of Loadstone but the domain: its ports, values and errors. What
   * wires or tests them may use the façade and the test kit too.
   */
  public ArchRule onlyTheDomainIsUsed() {
    return adapters()
        .should(
            onlyHaveDependenciesWhere(
                describe(
                    "what is used of Loadstone is its domain, or façade and test kit for what is no"
                        + " adapter",
                    each ->
                        isOwn(each.getTargetClass().getBaseComponentType())
                            || Implementations.mayUse(each))))
        .because("everything else of Loadstone changes without notice")
        .allowEmptyShould(false);
  }

  /**
   * Says that the methods by which an implementation answers a port's calls declare no exception,
   * checked or not.
   */
  public ArchRule callsDeclareNoException() {
    return implementations()
        .should(new DeclareNoException())
        .because("a port never throws: its failures are values")
        .allowEmptyShould(false);
  }

  /**
   * Says that each implementation of a port is passed to a test that extends the port's contract,
   * by name or through classes of its own package. A linked plugin is met by its loader's contract.
   */
  public ArchRule contractsArePassed() {
    return implementations()
        .should(new PassTheContract())
        .because("the compiler checks a port's signatures only, the contract what they mean")
        .allowEmptyShould(false);
  }

  /** Says that no static field can change, nor what it holds as far as its type tells. */
  public ArchRule noStaticState() {
    return adapters()
        .should(new HaveNoStaticState())
        .because("an application may have several Loadstones, used by many threads")
        .allowEmptyShould(false);
  }

  private GivenClassesConjunction adapters() {
    return classes().that(describe("are in " + packages, this::isOwn));
  }

  private GivenClassesConjunction implementations() {
    return adapters().and(describe("implement a port", Implementations::isImplementation));
  }

  private boolean isOwn(JavaClass type) {
    String[] identifiers = packages.stream().map(each -> each + "..").toArray(String[]::new);
    return resideInAnyPackage(identifiers).and(counting).test(type);
  }

  private static boolean isTest(JavaClass type) {
    return type.getSource()
        .map(source -> Location.of(source.getUri()))
        .filter(location -> !ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location))
        .isPresent();
  }
}
