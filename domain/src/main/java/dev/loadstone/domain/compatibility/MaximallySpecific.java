package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of superinterfaces of one name and descriptor that no other of them overrides (JVMS
 * 5.4.3.3), neither static nor private.
 */
final class MaximallySpecific {

  private final List<Resolution<MethodAbi>> methods;

  private MaximallySpecific(List<Resolution<MethodAbi>> methods) {
    this.methods = methods;
  }

  static MaximallySpecific of(
      ClassHierarchy world, Ancestry ancestry, String name, String descriptor) {
    List<Resolution<MethodAbi>> all = new ArrayList<>();
    List<ClassAbi> declaring = new ArrayList<>();
    for (ClassAbi type : ancestry.interfaces()) {
      world
          .method(type, name, descriptor)
          .filter(method -> !method.modifiers().has(Modifier.STATIC))
          .forEach(
              method -> {
                all.add(Resolution.found(type, method));
                declaring.add(type);
              });
    }
    all.removeIf(
        each ->
            declaring.stream().anyMatch(other -> inherits(world, other, each.declaring().get())));
    return new MaximallySpecific(all);
  }

  private static boolean inherits(ClassHierarchy world, ClassAbi type, ClassAbi from) {
    return !type.name().equals(from.name())
        && world.ancestry(type).interfaces().stream()
            .anyMatch(each -> each.name().equals(from.name()));
  }

  /** Those that have a body. */
  List<Resolution<MethodAbi>> defaults() {
    return methods.stream()
        .filter(method -> !method.member().get().modifiers().has(Modifier.ABSTRACT))
        .toList();
  }

  /** The one that has a body, or else any. */
  Option<Resolution<MethodAbi>> any() {
    List<Resolution<MethodAbi>> defaults = defaults();
    if (defaults.size() == 1) {
      return Option.some(defaults.get(0));
    }
    return methods.isEmpty() ? Option.none() : Option.some(methods.get(0));
  }
}
