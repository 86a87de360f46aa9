package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.TypeNames;
import io.vavr.control.Option;
import java.util.List;

/** Whatever may be called on an object of a class runs something, and one thing (JVMS 5.4.6). */
final class ImplementationRule {

  private final Comparison comparison;

  ImplementationRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(PluginClass user) {
    boolean hasObjects =
        !user.abi().linkageModifiers().has(Modifier.ABSTRACT)
            && !user.abi().linkageModifiers().has(Modifier.INTERFACE);
    if (hasObjects) {
      check(user.abi(), user.name(), "");
    }
  }

  /**
   * Checks a class whose objects there are.
   *
   * @param type the class, also one that is only made at run time
   * @param user the class of the plugin that it comes from
   * @param maker what makes the class, between {@code by} and the user's name; empty for the user
   *     itself
   */
  void check(ClassAbi type, String user, String maker) {
    Ancestry ancestry = comparison.now().ancestry(type);
    for (ClassAbi superclass : ancestry.classes()) {
      for (MethodAbi method : superclass.methods()) {
        if (method.modifiers().has(Modifier.ABSTRACT)) {
          check(new Call(type, superclass, method), user, maker);
        }
      }
    }
    for (ClassAbi superinterface : ancestry.interfaces()) {
      for (MethodAbi method : superinterface.methods()) {
        if (!method.modifiers().has(Modifier.STATIC)) {
          check(new Call(type, superinterface, method), user, maker);
        }
      }
    }
  }

  private void check(Call call, String user, String maker) {
    Selection selection =
        Selection.of(comparison.now(), call.type(), call.declaring(), call.method());
    boolean isFine =
        switch (selection.outcome()) {
          case RUNS, UNKNOWN -> true;
          case ABSTRACT, CONFLICT, NOT_PUBLIC -> false;
        };
    Option<Selection> then = selectionThen(call);
    if (!isFine && !then.map(Selection::outcome).contains(selection.outcome())) {
      report(call, selection, then, new User(user, maker));
    }
  }

  /** What the same call came to when the plugin was compiled, if it could be made. */
  private Option<Selection> selectionThen(Call call) {
    return comparison
        .then()
        .find(call.declaring().name())
        .flatMap(
            declaring ->
                comparison
                    .then()
                    .method(declaring, call.method().name(), call.method().descriptor())
                    .map(
                        method -> Selection.of(comparison.then(), call.type(), declaring, method)));
  }

  private void report(Call call, Selection selection, Option<Selection> then, User user) {
    switch (selection.outcome()) {
      case CONFLICT -> reportConflict(call, selection, user);
      case NOT_PUBLIC ->
          add(call.declaring().name(), call, " of the interface is not public", " in", user);
      default -> {
        Option<ClassAbi> implementing = then.flatMap(this::implementing);
        if (implementing.isDefined()) {
          reportLost(call, implementing.get(), user);
        } else {
          add(call.declaring().name(), call, " is abstract and not implemented", " by", user);
        }
      }
    }
  }

  /** The class around the plugin whose method ran. */
  private Option<ClassAbi> implementing(Selection then) {
    return then.outcome() == Selection.Outcome.RUNS
        ? then.methods()
            .get(0)
            .declaring()
            .filter(type -> !comparison.now().isOfPlugin(type.name()))
        : Option.none();
  }

  private void reportLost(Call call, ClassAbi implementing, User user) {
    Option<MethodAbi> now =
        comparison
            .now()
            .find(implementing.name())
            .flatMap(
                type ->
                    comparison
                        .now()
                        .method(type, call.method().name(), call.method().descriptor()));
    String sentence =
        now.map(
                method ->
                    method.modifiers().has(Modifier.ABSTRACT)
                        ? " is abstract now"
                        : " is no longer inherited")
            .getOrElse(" is gone");
    add(implementing.name(), call, sentence, "; needed by", user);
  }

  /** About the default that has come last, if that can be told. */
  private void reportConflict(Call call, Selection selection, User user) {
    List<ClassAbi> conflicting =
        selection.methods().stream().flatMap(each -> each.declaring().toJavaStream()).toList();
    ClassAbi subject =
        conflicting.stream()
            .filter(type -> !isDefaultThen(type, call.method()))
            .findFirst()
            .orElse(conflicting.get(0));
    List<String> others =
        conflicting.stream()
            .map(ClassAbi::name)
            .filter(name -> !name.equals(subject.name()))
            .toList();
    add(
        subject.name(),
        call,
        " has a default that conflicts with that of " + Wording.names(others),
        "; inherited by",
        user);
  }

  private boolean isDefaultThen(ClassAbi type, MethodAbi method) {
    return comparison
        .then()
        .find(type.name())
        .flatMap(then -> comparison.then().method(then, method.name(), method.descriptor()))
        .exists(then -> !then.modifiers().has(Modifier.ABSTRACT));
  }

  private void add(String declaring, Call call, String sentence, String role, User user) {
    // What has changed is never the plugin's own, but what a superclass of it had.
    String subject =
        comparison.now().isOfPlugin(declaring)
            ? comparison.nearestAround(user.name()).getOrElse(declaring)
            : declaring;
    String name =
        TypeNames.among(List.of(call.method().descriptor()))
            .method(subject, call.method().name(), call.method().descriptor());
    comparison
        .findings()
        .add(
            new Finding(
                comparison.memberKind(subject),
                subject,
                Wording.NOTHING,
                name,
                name + sentence,
                role + user.maker()),
            user.name());
  }

  /** A class of the plugin, and what of it makes the objects. */
  private record User(String name, String maker) {}

  private record Call(ClassAbi type, ClassAbi declaring, MethodAbi method) {}
}
