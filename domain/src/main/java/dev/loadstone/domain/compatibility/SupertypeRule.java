package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;

/** What the plugin's classes extend and implement may be extended and implemented (JVMS 5.3.5). */
final class SupertypeRule {

  private static final String EXTENDED = "; extended by";
  private static final String IMPLEMENTED = "; implemented by";

  private final Comparison comparison;

  SupertypeRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(PluginClass user) {
    user.abi()
        .superclass()
        .flatMap(comparison.now()::find)
        .forEach(superclass -> checkSuperclass(user.name(), superclass));
    String role = user.abi().linkageModifiers().has(Modifier.INTERFACE) ? EXTENDED : IMPLEMENTED;
    for (String name : user.abi().interfaces()) {
      comparison
          .now()
          .find(name)
          .forEach(superinterface -> checkInterface(user.name(), superinterface, role));
    }
  }

  private void checkSuperclass(String user, ClassAbi superclass) {
    Modifiers modifiers = superclass.linkageModifiers();
    if (comparison.now().isOfPlugin(superclass.name())) {
      return;
    }
    if (modifiers.has(Modifier.INTERFACE)) {
      report(user, superclass, Wording.withArticle(Wording.kind(superclass)), EXTENDED);
    } else if (modifiers.has(Modifier.FINAL)) {
      report(user, superclass, "final", EXTENDED);
    } else {
      checkSealed(user, superclass, EXTENDED);
    }
  }

  /** Whether a class implements an interface itself, or a lambda expression in it does. */
  void checkInterface(String user, ClassAbi superinterface, String role) {
    if (comparison.now().isOfPlugin(superinterface.name())) {
      return;
    }
    if (superinterface.linkageModifiers().has(Modifier.INTERFACE)) {
      checkSealed(user, superinterface, role);
    } else {
      report(user, superinterface, Wording.withArticle(Wording.kind(superinterface)), role);
    }
  }

  // Whatever the class permits: those that it may permit are in its own module, or its package.
  private void checkSealed(String user, ClassAbi supertype, String role) {
    if (!supertype.permittedSubclasses().isEmpty()) {
      report(user, supertype, "sealed", role);
    }
  }

  private void report(String user, ClassAbi supertype, String now, String role) {
    String kind = comparison.kindThen(supertype.name());
    comparison
        .findings()
        .add(
            new Finding(
                comparison.classKind(supertype.name()),
                supertype.name(),
                kind,
                now,
                kind + " is " + now + " now",
                role),
            user);
  }
}
