package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.Modifier;
import io.vavr.control.Option;

/** Methods and constructors that the plugin calls resolve, and may be called so (JVMS 6.5). */
final class MethodRule {

  private final Comparison comparison;
  private final MissingMethods missing;

  MethodRule(Comparison comparison) {
    this.comparison = comparison;
    this.missing = new MissingMethods(comparison);
  }

  void check(PluginClass user) {
    for (MethodReference reference : user.references().methods()) {
      comparison.now().find(reference.owner()).forEach(owner -> check(user, owner, reference));
    }
  }

  private void check(PluginClass user, ClassAbi owner, MethodReference reference) {
    if (owner.linkageModifiers().has(Modifier.INTERFACE) == reference.ownerIsInterface()) {
      check(new MemberUse(comparison, user, owner), reference);
    } else if (!isSupertype(user, owner)) {
      reportKind(user, owner);
    }
  }

  /** Then the rule about supertypes has said it. */
  private static boolean isSupertype(PluginClass user, ClassAbi owner) {
    return user.abi().superclass().contains(owner.name())
        || user.abi().interfaces().contains(owner.name());
  }

  private void reportKind(PluginClass user, ClassAbi owner) {
    String was = comparison.kindThen(owner.name());
    String is = Wording.withArticle(Wording.kind(owner));
    comparison
        .findings()
        .add(
            new Finding(
                comparison.classKind(owner.name()),
                owner.name(),
                was,
                is,
                was + " is " + is + " now",
                Finding.USED),
            user.name());
  }

  private void check(MemberUse use, MethodReference reference) {
    Resolution<MethodAbi> found =
        MethodResolution.resolve(
            comparison.now(), use.owner(), reference.name(), reference.descriptor());
    if (found.declaringName().exists(comparison.now()::isOfPlugin)) {
      return;
    }
    switch (found.result()) {
      case MISSING -> missing.report(use, reference);
      case PRIVATE -> report(use, reference, found.declaring().get(), "is private now");
      case FOUND ->
          problem(use, reference, found.declaring().get(), found.member().get())
              .forEach(problem -> report(use, reference, found.declaring().get(), problem));
      case UNKNOWN -> {
        // It may be there.
      }
    }
  }

  private Option<String> problem(
      MemberUse use, MethodReference reference, ClassAbi declaring, MethodAbi method) {
    boolean wasProtected = wasProtected(reference);
    Option<String> inaccessible =
        use.inaccessible(
            declaring, method.modifiers(), isOnObject(use.user(), reference), wasProtected);
    if (inaccessible.isDefined()) {
      return inaccessible;
    }
    boolean isStaticUse = reference.use() == MethodReference.Use.STATIC;
    if (method.modifiers().has(Modifier.STATIC) != isStaticUse) {
      return Option.some(isStaticUse ? "is no longer static" : "is static now");
    }
    return reference.use() == MethodReference.Use.SPECIAL && !method.isConstructor()
        ? superCall(use, declaring, method)
        : Option.none();
  }

  /** Whether the JVM asks what object it is: not of {@code super.m()}, but of {@code new}. */
  private static boolean isOnObject(PluginClass user, MethodReference reference) {
    return switch (reference.use()) {
      case VIRTUAL, INTERFACE, NEW -> true;
      case STATIC -> false;
      case SPECIAL ->
          reference.name().equals(MethodAbi.CONSTRUCTOR)
              && user.references().instantiated().contains(reference.owner());
    };
  }

  private Option<String> superCall(MemberUse use, ClassAbi declaring, MethodAbi method) {
    return switch (Selection.of(comparison.now(), use.owner(), declaring, method).outcome()) {
      case ABSTRACT -> Option.some("is abstract now");
      case CONFLICT -> Option.some("conflicts with that of another interface now");
      case RUNS, NOT_PUBLIC, UNKNOWN -> Option.none();
    };
  }

  private boolean wasProtected(MethodReference reference) {
    return missing
        .resolvedThen(reference)
        .flatMap(Resolution::member)
        .exists(method -> method.modifiers().access() == Access.PROTECTED);
  }

  private void report(
      MemberUse use, MethodReference reference, ClassAbi declaring, String problem) {
    String name = MissingMethods.named(declaring.name(), reference);
    use.report(
        declaring.name(),
        name,
        problem.replaceAll("^is | now$", ""),
        name + " " + problem,
        Finding.USED);
  }
}
