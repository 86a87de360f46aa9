package dev.loadstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.loadstone.architecture.ProjectModule.APPLICATION;
import static dev.loadstone.architecture.ProjectModule.BOOTSTRAP;
import static dev.loadstone.architecture.ProjectModule.TESTKIT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.vavr.control.Try;
import java.util.Optional;

/** What a port is, who implements it, and how that is tested. */
final class PortRules {

  private PortRules() {}

  static ArchRule interfaces(Codebase code) {
    return classes()
        .that()
        .resideInAPackage(code.portPackage() + "..")
        .should()
        .beInterfaces()
        .andShould()
        .bePublic();
  }

  static ArchRule results(Codebase code) {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(code.portPackage() + "..")
        .and(not(isSnapshot(code)))
        .and(not(isClosing()))
        .should()
        .haveRawReturnType(Try.class);
  }

  /** Taking a snapshot asks nothing, so it cannot fail. */
  private static DescribedPredicate<JavaMethod> isSnapshot(Codebase code) {
    return describe(
        "take a snapshot of the host view",
        method -> method.getFullName().equals(code.portPackage() + ".HostView.snapshot()"));
  }

  /** What is closed in a try statement can give no result. */
  private static DescribedPredicate<JavaMethod> isClosing() {
    return describe(
        "close a resource",
        method ->
            method.getName().equals("close")
                && method.getOwner().isAssignableTo(AutoCloseable.class));
  }

  static ArchRule exceptions(Codebase code) {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(code.portPackage() + "..")
        .should(
            ArchCondition.from(
                describe("declare no exception", method -> method.getThrowsClause().isEmpty())));
  }

  static ArchRule implementations(Codebase code) {
    return noClasses()
        .that(not(code.in(APPLICATION, BOOTSTRAP, TESTKIT).or(code.inAdapters())))
        .and()
        .areNotInterfaces()
        .should()
        .implement(describe("are ports", type -> isPort(code, type)));
  }

  static ArchRule contracts(Codebase code) {
    return classes()
        .that(describe("are ports", type -> isPort(code, type)))
        .and(describe("are not met through another port", type -> !isMetElsewhere(type)))
        .should(
            ArchCondition.from(
                describe("have an abstract contract", port -> contract(code, port).isPresent())))
        .andShould(
            ArchCondition.from(
                describe("have a fake", port -> hasSubclass(port, code.in(TESTKIT)))))
        .andShould(
            ArchCondition.from(
                describe(
                    "have a fake that passes the contract",
                    port -> isPassed(code, port, code.in(TESTKIT)))))
        .andShould(
            ArchCondition.from(
                describe(
                    "have an adapter that passes the contract",
                    port -> isPassed(code, port, code.inAdapters()))));
  }

  /** A linked plugin comes from a loader only, whose contract runs it. */
  private static boolean isMetElsewhere(JavaClass port) {
    return port.getSimpleName().equals("LinkedPlugin");
  }

  private static Optional<JavaClass> contract(Codebase code, JavaClass port) {
    String name = code.contractPackage() + "." + port.getSimpleName() + "Contract";
    return port.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .filter(user -> user.getName().equals(name))
        .filter(user -> user.getModifiers().contains(JavaModifier.ABSTRACT))
        .findFirst();
  }

  private static boolean isPassed(
      Codebase code, JavaClass port, DescribedPredicate<JavaClass> where) {
    return contract(code, port).filter(contract -> hasSubclass(contract, where)).isPresent();
  }

  private static boolean hasSubclass(JavaClass type, DescribedPredicate<JavaClass> where) {
    return type.getAllSubclasses().stream().anyMatch(where.and(not(INTERFACES)));
  }

  private static boolean isPort(Codebase code, JavaClass type) {
    return type.isInterface()
        && type.isTopLevelClass()
        && type.getPackageName().equals(code.portPackage());
  }
}
