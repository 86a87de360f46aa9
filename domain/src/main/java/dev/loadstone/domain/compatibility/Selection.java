package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.classfile.ClassFile;
import io.vavr.control.Option;
import java.util.List;

/**
 * Which method a call runs on an object of a class (JVMS 5.4.6).
 *
 * @param outcome what the call comes to
 * @param methods the selected method, or those in conflict
 */
record Selection(Outcome outcome, List<Resolution<MethodAbi>> methods) {

  enum Outcome {
    RUNS,
    /** The call throws {@code AbstractMethodError}. */
    ABSTRACT,
    /** Several interfaces give a default: the call throws {@code IncompatibleClassChangeError}. */
    CONFLICT,
    /** A method of an interface meets one that is not public: {@code IllegalAccessError}. */
    NOT_PUBLIC,
    /** There are supertypes that are not known, which is told of them. */
    UNKNOWN
  }

  /** Selects for an object of class {@code type}, when {@code called}, of {@code declaring}, is. */
  static Selection of(ClassHierarchy world, ClassAbi type, ClassAbi declaring, MethodAbi called) {
    Ancestry ancestry = world.ancestry(type);
    Option<Resolution<MethodAbi>> inherited = inClasses(world, ancestry, declaring, called);
    if (inherited.isDefined()) {
      return ofClass(inherited.get(), declaring);
    }
    if (!ancestry.isComplete()) {
      return new Selection(Outcome.UNKNOWN, List.of());
    }
    return ofInterfaces(
        MaximallySpecific.of(world, ancestry, called.name(), called.descriptor()).defaults());
  }

  private static Option<Resolution<MethodAbi>> inClasses(
      ClassHierarchy world, Ancestry ancestry, ClassAbi declaring, MethodAbi called) {
    for (ClassAbi type : ancestry.classes()) {
      Option<Resolution<MethodAbi>> overriding =
          world
              .method(type, called.name(), called.descriptor())
              .filter(method -> !method.modifiers().has(Modifier.STATIC))
              .filter(method -> canOverride(type, declaring, called))
              .map(method -> Resolution.found(type, method));
      if (overriding.isDefined()) {
        return overriding;
      }
    }
    return Option.none();
  }

  private static boolean canOverride(ClassAbi type, ClassAbi declaring, MethodAbi called) {
    return called.modifiers().access() != Access.PACKAGE
        || ClassFile.packageOf(type.name()).equals(ClassFile.packageOf(declaring.name()));
  }

  private static Selection ofClass(Resolution<MethodAbi> found, ClassAbi declaring) {
    MethodAbi method = found.member().get();
    if (method.modifiers().has(Modifier.ABSTRACT)) {
      return new Selection(Outcome.ABSTRACT, List.of(found));
    }
    boolean isHidden =
        declaring.linkageModifiers().has(Modifier.INTERFACE)
            && method.modifiers().access() != Access.PUBLIC;
    return new Selection(isHidden ? Outcome.NOT_PUBLIC : Outcome.RUNS, List.of(found));
  }

  private static Selection ofInterfaces(List<Resolution<MethodAbi>> defaults) {
    return new Selection(
        switch (defaults.size()) {
          case 0 -> Outcome.ABSTRACT;
          case 1 -> Outcome.RUNS;
          default -> Outcome.CONFLICT;
        },
        defaults);
  }
}
