package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.TypeNames;
import io.vavr.control.Option;
import java.util.List;

/** Fields that the plugin reads and writes resolve, and may be used so (JVMS 5.4.3.2, 6.5). */
final class FieldRule {

  private static final String WRITTEN = "; written by";

  private final Comparison comparison;

  FieldRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(PluginClass user) {
    for (FieldReference reference : user.references().fields()) {
      comparison
          .now()
          .find(reference.owner())
          .forEach(owner -> check(new MemberUse(comparison, user, owner), reference));
    }
  }

  private void check(MemberUse use, FieldReference reference) {
    Resolution<FieldAbi> found =
        FieldResolution.resolve(
            comparison.now(), use.owner(), reference.name(), reference.descriptor());
    if (found.declaringName().exists(comparison.now()::isOfPlugin)) {
      return;
    }
    switch (found.result()) {
      case MISSING -> reportMissing(use, reference);
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
      MemberUse use, FieldReference reference, ClassAbi declaring, FieldAbi field) {
    boolean isStaticUse =
        switch (reference.use()) {
          case GET_STATIC, PUT_STATIC -> true;
          case GET_FIELD, PUT_FIELD -> false;
        };
    Option<String> inaccessible =
        use.inaccessible(declaring, field.modifiers(), !isStaticUse, wasProtected(reference));
    if (inaccessible.isDefined()) {
      return inaccessible;
    }
    if (field.modifiers().has(Modifier.STATIC) != isStaticUse) {
      return Option.some(isStaticUse ? "is no longer static" : "is static now");
    }
    return Option.when(isWrite(reference) && field.modifiers().has(Modifier.FINAL), "is final now");
  }

  private static boolean isWrite(FieldReference reference) {
    return switch (reference.use()) {
      case PUT_STATIC, PUT_FIELD -> true;
      case GET_STATIC, GET_FIELD -> false;
    };
  }

  private boolean wasProtected(FieldReference reference) {
    return resolvedThen(reference)
        .flatMap(Resolution::member)
        .exists(field -> field.modifiers().access() == Access.PROTECTED);
  }

  private Option<Resolution<FieldAbi>> resolvedThen(FieldReference reference) {
    return comparison
        .then()
        .find(reference.owner())
        .map(
            owner ->
                FieldResolution.resolve(
                    comparison.then(), owner, reference.name(), reference.descriptor()));
  }

  private void report(MemberUse use, FieldReference reference, ClassAbi declaring, String problem) {
    String name = "field " + reference.name();
    use.report(
        declaring.name(),
        name,
        problem.replaceAll("^is | now$", ""),
        name + " " + problem,
        isWrite(reference) ? WRITTEN : Finding.USED);
  }

  private void reportMissing(MemberUse use, FieldReference reference) {
    Option<String> declaredThen = resolvedThen(reference).flatMap(Resolution::declaringName);
    boolean isStillDeclared =
        declaredThen
            .flatMap(comparison.now()::find)
            .exists(
                type ->
                    comparison
                        .now()
                        .field(type, reference.name(), reference.descriptor())
                        .isDefined());
    String subject = use.subject(declaredThen, isStillDeclared);
    List<String> others =
        comparison.now().ancestry(use.owner()).classes().stream()
            .flatMap(type -> type.fields().stream())
            .filter(field -> field.name().equals(reference.name()))
            .map(FieldAbi::descriptor)
            .toList();
    String name = "field " + reference.name();
    if (isStillDeclared || others.isEmpty()) {
      String sentence = name + (isStillDeclared ? " is no longer inherited" : " is gone");
      use.report(subject, name, Wording.NOTHING, sentence, Finding.USED);
      return;
    }
    TypeNames names = TypeNames.among(List.of(reference.descriptor(), others.get(0)));
    String was = names.type(reference.descriptor());
    String is = names.type(others.get(0));
    use.report(
        subject,
        name + " of type " + was,
        "of type " + is,
        name + " is of type " + is + " now, not " + was,
        Finding.USED);
  }
}
