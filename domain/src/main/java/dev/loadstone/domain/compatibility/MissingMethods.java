package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.TypeNames;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says which method is missing, and what there is in its place. */
final class MissingMethods {

  private final Comparison comparison;

  MissingMethods(Comparison comparison) {
    this.comparison = comparison;
  }

  /** What the compiler found. */
  Option<Resolution<MethodAbi>> resolvedThen(MethodReference reference) {
    return comparison
        .then()
        .find(reference.owner())
        .map(
            owner ->
                MethodResolution.resolve(
                    comparison.then(), owner, reference.name(), reference.descriptor()));
  }

  static String named(String owner, MethodReference reference) {
    return TypeNames.among(List.of(reference.descriptor()))
        .method(owner, reference.name(), reference.descriptor());
  }

  void report(MemberUse use, MethodReference reference) {
    Option<String> declaredThen = resolvedThen(reference).flatMap(Resolution::declaringName);
    boolean isStillDeclared =
        declaredThen
            .flatMap(comparison.now()::find)
            .exists(
                type ->
                    comparison
                        .now()
                        .method(type, reference.name(), reference.descriptor())
                        .isDefined());
    String subject = use.subject(declaredThen, isStillDeclared);
    if (isStillDeclared) {
      String name = named(subject, reference);
      use.report(subject, name, Wording.NOTHING, name + " is no longer inherited", Finding.USED);
      return;
    }
    report(use, reference, subject, others(use.owner(), reference));
  }

  private List<MethodAbi> others(ClassAbi owner, MethodReference reference) {
    Ancestry ancestry = comparison.now().ancestry(owner);
    List<ClassAbi> declaring =
        reference.name().equals(MethodAbi.CONSTRUCTOR)
            ? List.of(owner)
            : Stream.concat(ancestry.classes().stream(), ancestry.interfaces().stream()).toList();
    List<MethodAbi> others = new ArrayList<>();
    for (ClassAbi type : declaring) {
      for (MethodAbi method : type.methods()) {
        boolean isNew =
            others.stream().noneMatch(each -> each.descriptor().equals(method.descriptor()));
        boolean isInherited =
            type.name().equals(owner.name())
                || !type.linkageModifiers().has(Modifier.INTERFACE)
                || !method.modifiers().has(Modifier.STATIC);
        if (method.name().equals(reference.name()) && isNew && isInherited) {
          others.add(method);
        }
      }
    }
    return others;
  }

  private static void report(
      MemberUse use, MethodReference reference, String subject, List<MethodAbi> others) {
    List<String> descriptors = new ArrayList<>(List.of(reference.descriptor()));
    others.forEach(method -> descriptors.add(method.descriptor()));
    TypeNames names = TypeNames.among(descriptors);
    String name = names.method(subject, reference.name(), reference.descriptor());
    for (MethodAbi other : others) {
      if (parameters(other.descriptor()).equals(parameters(reference.descriptor()))) {
        String was = names.returnType(reference.descriptor());
        String is = names.returnType(other.descriptor());
        use.report(
            subject,
            name + " returning " + was,
            "returning " + is,
            name + " returns " + is + " now, not " + was,
            Finding.USED);
        return;
      }
    }
    List<String> calls =
        others.stream()
            .map(other -> names.call(subject, other.name(), other.descriptor()))
            .toList();
    String there =
        calls.isEmpty()
            ? ""
            : (calls.size() == 1 ? "; there is " : "; there are ") + Wording.listed(calls);
    use.report(
        subject,
        name,
        calls.isEmpty() ? Wording.NOTHING : Wording.listed(calls),
        name + " is gone" + there,
        Finding.USED);
  }

  private static String parameters(String descriptor) {
    return descriptor.substring(0, descriptor.lastIndexOf(')') + 1);
  }
}
