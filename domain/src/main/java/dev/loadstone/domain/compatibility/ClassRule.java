package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.context.Difference;
import io.vavr.control.Option;
import java.util.Set;
import java.util.TreeSet;

/** Classes that the plugin asks for exist, load, and are accessible (JVMS 5.4.3.1). */
final class ClassRule {

  private final Comparison comparison;

  ClassRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(PluginClass user) {
    // Comparison does not look for what only fields and throws clauses name, but reflection does,
    // and
    // with it whoever looks for the members of a plugin's class, as its loader does.
    Set<String> names = new TreeSet<>(user.references().classes());
    names.addAll(user.references().declared());
    for (String name : names) {
      if (!comparison.now().isOfPlugin(name)) {
        check(user, name);
      }
    }
  }

  private void check(PluginClass user, String name) {
    Option<ClassAbi> found = comparison.now().find(name);
    boolean isResolved = user.references().resolved().contains(name);
    // Of a class that only the descriptor of another's member names and that was not recorded,
    // nobody knows what it was when the plugin was compiled.
    boolean isKnown =
        isResolved
            || user.references().declared().contains(name)
            || comparison.then().find(name).isDefined();
    if (found.isEmpty() && isKnown) {
      reportAbsence(user, name);
    }
    if (isKnown) {
      found.forEach(type -> checkSupertypes(user, type));
    }
    if (isResolved) {
      found.forEach(type -> checkAccess(user, type));
    }
  }

  private void reportAbsence(PluginClass user, String name) {
    // Then the rule about hidden classes has said it.
    if (comparison.lookup().hidden(name).isEmpty()) {
      report(user, name, absence(name), Wording.NOTHING);
    }
  }

  private String absence(String name) {
    return comparison
        .lookup()
        .unreadable(name)
        .map(Comparison::unreadable)
        .getOrElse(() -> comparison.kindThen(name) + " is gone");
  }

  private void checkSupertypes(PluginClass user, ClassAbi type) {
    if (comparison.lookup().isOfJdk(type.name())) {
      return;
    }
    for (String missing : comparison.now().ancestry(type).missing()) {
      if (!wasMissing(type, missing)) {
        report(user, kindOfMissing(missing), missing, absence(missing), Wording.NOTHING);
      }
    }
  }

  /** What is nowhere is not the JDK's. */
  private Difference.Kind kindOfMissing(String name) {
    return comparison.lookup().unreadable(name).isDefined()
        ? comparison.classKind(name)
        : Difference.Kind.HOST_CLASS;
  }

  /** What the class could not be loaded without then either is no reason now. */
  private boolean wasMissing(ClassAbi type, String supertype) {
    return comparison
        .then()
        .find(type.name())
        .exists(then -> comparison.then().ancestry(then).missing().contains(supertype));
  }

  private void checkAccess(PluginClass user, ClassAbi type) {
    if (type.linkageModifiers().access() != Access.PUBLIC) {
      report(user, type.name(), Wording.kind(type) + " is no longer public", "not public");
    } else if (user.references().instantiated().contains(type.name())) {
      checkInstance(user, type);
    }
  }

  private void checkInstance(PluginClass user, ClassAbi type) {
    if (type.linkageModifiers().has(Modifier.INTERFACE)) {
      String now = Wording.withArticle(Wording.kind(type));
      report(user, type.name(), comparison.kindThen(type.name()) + " is " + now + " now", now);
    } else if (type.linkageModifiers().has(Modifier.ABSTRACT)) {
      report(user, type.name(), "class is abstract now", "abstract");
    }
  }

  private void report(PluginClass user, String subject, String sentence, String now) {
    report(user, comparison.classKind(subject), subject, sentence, now);
  }

  private void report(
      PluginClass user, Difference.Kind kind, String subject, String sentence, String now) {
    comparison
        .findings()
        .add(
            new Finding(kind, subject, comparison.kindThen(subject), now, sentence, Finding.USED),
            user.name());
  }
}
