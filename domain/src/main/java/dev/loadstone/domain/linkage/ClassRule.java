package dev.loadstone.domain.linkage;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import io.vavr.control.Option;

/** Classes that the plugin asks for exist, load, and are accessible (JVMS 5.4.3.1). */
final class ClassRule {

  private final Linking linking;

  ClassRule(Linking linking) {
    this.linking = linking;
  }

  void check(PluginClass user) {
    for (String name : user.references().classes()) {
      if (!linking.now().isOfPlugin(name)) {
        check(user, name);
      }
    }
    for (MethodAbi method : user.abi().methods()) {
      for (String name : method.exceptions()) {
        checkDeclared(user, name);
      }
    }
  }

  // Linking does not look at what a method declares to throw, but reflection does, and with it
  // whoever looks for the methods of a plugin.
  private void checkDeclared(PluginClass user, String name) {
    if (!linking.now().isOfPlugin(name)
        && !user.references().classes().contains(name)
        && linking.now().find(name).isEmpty()) {
      report(user, name, absence(name), Wording.NOTHING);
    }
  }

  private void check(PluginClass user, String name) {
    Option<ClassAbi> found = linking.now().find(name);
    boolean isResolved = user.references().resolved().contains(name);
    if (found.isDefined()) {
      checkSupertypes(user, found.get());
      if (isResolved) {
        checkAccess(user, found.get());
      }
    } else if (isResolved || linking.then().find(name).isDefined()) {
      // Of a class that only a descriptor names and that was not recorded, nobody knows that it was
      // there when the plugin was compiled.
      report(user, name, absence(name), Wording.NOTHING);
    }
  }

  private String absence(String name) {
    return linking
        .lookup()
        .unreadable(name)
        .map(reason -> linking.kindThen(name) + " " + reason)
        .getOrElse(() -> linking.kindThen(name) + " is gone");
  }

  private void checkSupertypes(PluginClass user, ClassAbi type) {
    if (linking.lookup().isOfJdk(type.name())) {
      return;
    }
    for (String missing : linking.now().ancestry(type).missing()) {
      // What was not recorded either may be hidden from plugins, and is there for the host.
      if (linking.then().find(missing).isDefined()) {
        report(user, missing, absence(missing), Wording.NOTHING);
      }
    }
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
      report(user, type.name(), linking.kindThen(type.name()) + " is " + now + " now", now);
    } else if (type.linkageModifiers().has(Modifier.ABSTRACT)) {
      report(user, type.name(), "class is abstract now", "abstract");
    }
  }

  private void report(PluginClass user, String subject, String sentence, String now) {
    linking
        .findings()
        .add(
            new Finding(
                linking.classKind(subject),
                subject,
                linking.kindThen(subject),
                now,
                sentence,
                Finding.USED),
            user.name());
  }
}
