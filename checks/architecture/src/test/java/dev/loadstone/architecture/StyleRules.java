package dev.loadstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.loadstone.testkit.architecture.AdapterRules;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The house style, as far as class files show it. */
final class StyleRules {

  private static final Pattern EMPTY_NAME =
      Pattern.compile("Abstract\\p{Upper}.*|.*(?:Impl|Utils?|Helpers?|Managers?)");

  private StyleRules() {}

  static ArchRule typeNames(Codebase code) {
    return classes()
        .should(
            ArchCondition.from(
                describe("have a name that says something", StyleRules::hasTellingName)))
        .as("every name under " + code.root() + " says something");
  }

  private static boolean hasTellingName(JavaClass type) {
    return !EMPTY_NAME.matcher(type.getSimpleName()).matches() || isNamedByTheJdk(type);
  }

  /** As {@code MemoryFileManager} is for {@code JavaFileManager}. */
  private static boolean isNamedByTheJdk(JavaClass type) {
    return type.getSimpleName().endsWith("FileManager")
        && type.isAssignableTo("javax.tools.JavaFileManager");
  }

  static ArchRule typeFinality(Codebase code) {
    return classes()
        .that(
            describe(
                "are classes with a name of their own",
                type ->
                    !type.isInterface()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !isMadeToBeExtended(code, type)))
        .should(
            ArchCondition.from(describe("be final, or abstract and sealed", StyleRules::isClosed)));
  }

  private static boolean isClosed(JavaClass type) {
    Set<JavaModifier> modifiers = type.getModifiers();
    return modifiers.contains(JavaModifier.FINAL)
        || (type.isSealed() && modifiers.contains(JavaModifier.ABSTRACT));
  }

  /** The contracts that tests extend, and the type token, whose subclass holds the type. */
  private static boolean isMadeToBeExtended(Codebase code, JavaClass type) {
    return type.getModifiers().contains(JavaModifier.ABSTRACT)
        && (type.getPackageName().equals(code.contractPackage())
            || type.getName().equals(code.root() + ".TypeRef"));
  }

  static ArchRule staticState(Codebase code) {
    return AdapterRules.in(code.root()).where(alwaysTrue()).noStaticState();
  }

  static ArchRule booleanParameters(Codebase code) {
    return codeUnits()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(ProjectModule.TESTKIT.packages(code.root()))
        .should(
            ArchCondition.from(
                describe(
                    "take no boolean, but for a setter and a record",
                    unit -> !takesBoolean(unit) || isSetter(unit) || isOfRecord(unit))));
  }

  private static boolean takesBoolean(JavaCodeUnit unit) {
    return unit.getRawParameterTypes().stream()
        .anyMatch(type -> type.isEquivalentTo(boolean.class));
  }

  /** A setter is named after its flag, so a call of it can be read. */
  private static boolean isSetter(JavaCodeUnit unit) {
    return unit.getRawParameterTypes().size() == 1
        && unit.getRawReturnType().equals(unit.getOwner());
  }

  private static boolean isOfRecord(JavaCodeUnit unit) {
    return unit instanceof JavaConstructor && unit.getOwner().isRecord();
  }

  static ArchRule optionalFields(Codebase code) {
    return noFields()
        .should()
        .haveRawType(Optional.class)
        .orShould()
        .haveRawType(OptionalInt.class)
        .orShould()
        .haveRawType(OptionalLong.class)
        .orShould()
        .haveRawType(OptionalDouble.class)
        .as("no field under " + code.root() + " is an Optional");
  }

  static ArchRule recordArrays(Codebase code) {
    return fields()
        .that()
        .areNotStatic()
        .and()
        .areDeclaredInClassesThat()
        .areRecords()
        .should(
            ArchCondition.from(
                describe(
                    "be no array, which compares by identity",
                    field -> !field.getRawType().isArray())))
        .as("no record under " + code.root() + " holds an array");
  }

  static ArchRule errorFamily(Codebase code) {
    String errors = code.root() + ".domain.error";
    String family = errors + ".PluginException";
    return classes()
        .that()
        .areAssignableTo(family)
        .and()
        .doNotHaveFullyQualifiedName(family)
        .should()
        .resideInAPackage(errors)
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .as("every error of the family is final and in " + errors);
  }
}
