package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was a subtype still is one, of the types that a class of the plugin names (JLS 13.4.4), the
 * contract among them.
 */
final class LostSupertypeRule {

  /** Verifying asks it of whatever is thrown or caught, named or not. */
  private static final String THROWABLE = "java.lang.Throwable";

  private final Comparison comparison;
  private final List<String> alwaysNamed = new ArrayList<>(List.of(THROWABLE));

  LostSupertypeRule(Comparison comparison, Iterable<String> contract) {
    this.comparison = comparison;
    contract.forEach(alwaysNamed::add);
  }

  void check(PluginClass user) {
    Set<String> named = new TreeSet<>(user.references().classes());
    named.add(user.name());
    for (String name : named) {
      comparison
          .then()
          .find(name)
          .forEach(
              then ->
                  comparison
                      .now()
                      .find(name)
                      .filter(
                          now ->
                              comparison.now().isOfPlugin(name)
                                  || !comparison.lookup().isOfJdk(name))
                      .forEach(now -> check(user, now, then, named)));
    }
  }

  private void check(PluginClass user, ClassAbi now, ClassAbi then, Set<String> named) {
    Ancestry present = comparison.now().ancestry(now);
    if (!present.isComplete()) {
      return;
    }
    Ancestry past = comparison.then().ancestry(then);
    for (List<ClassAbi> supertypes : List.of(past.classes(), past.interfaces())) {
      for (ClassAbi supertype : supertypes) {
        String name = supertype.name();
        if ((named.contains(name) || alwaysNamed.contains(name)) && !present.has(name)) {
          report(user, past, supertype);
        }
      }
    }
  }

  private void report(PluginClass user, Ancestry past, ClassAbi supertype) {
    String subject = changed(past, supertype);
    boolean isInterface = supertype.linkageModifiers().has(Modifier.INTERFACE);
    String verb = isInterface ? "implements " : "extends ";
    comparison
        .findings()
        .add(
            new Finding(
                comparison.classKind(subject),
                subject,
                verb + supertype.name(),
                "does not",
                "no longer " + verb + supertype.name(),
                Finding.USED),
            user.name());
  }

  /** Of the types on the way that are none of the plugin's, the one nearest to the supertype. */
  private String changed(Ancestry past, ClassAbi supertype) {
    String changed = past.classes().get(0).name();
    for (List<ClassAbi> types : List.of(past.classes(), past.interfaces())) {
      for (ClassAbi type : types) {
        if (!comparison.now().isOfPlugin(type.name())
            && isSubtypeThen(type, supertype)
            && !isSubtypeNow(type, supertype)) {
          changed = type.name();
        }
      }
    }
    return changed;
  }

  private boolean isSubtypeNow(ClassAbi type, ClassAbi supertype) {
    return comparison
        .now()
        .find(type.name())
        .exists(now -> comparison.now().ancestry(now).has(supertype.name()));
  }

  private boolean isSubtypeThen(ClassAbi type, ClassAbi supertype) {
    return comparison.then().ancestry(type).has(supertype.name());
  }
}
