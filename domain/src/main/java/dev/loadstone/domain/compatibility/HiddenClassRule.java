package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import io.vavr.control.Option;
import java.util.Set;
import java.util.TreeSet;

/** No class of the host that a plugin's class itself looks for is hidden from plugins. */
final class HiddenClassRule {

  private static final String OBJECT = "java.lang.Object";
  private static final String THROWABLE = "java.lang.Throwable";

  private final Comparison comparison;

  HiddenClassRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(PluginClass user) {
    Set<String> named = new TreeSet<>(user.references().classes());
    named.addAll(user.references().declared());
    for (String name : named) {
      if (!comparison.now().isOfPlugin(name)) {
        comparison
            .lookup()
            .hidden(name)
            .filter(why -> isLookedFor(user, name))
            .forEach(why -> report(user, name, why));
      }
    }
  }

  private boolean isLookedFor(PluginClass user, String name) {
    return user.references().resolved().contains(name)
        || user.references().declared().contains(name)
        || isCompared(user, name);
  }

  /**
   * Whether verifying may look for a class that only descriptors and stack maps name: it does to
   * find out whether a class is a subclass of another (JVMS 4.10.1.2). It takes all interfaces for
   * {@code Object}, but has to look at one to see that it is one. Whether the code has the one
   * where the other is asked for, only the whole of it would tell, so this is strict.
   */
  private boolean isCompared(PluginClass user, String name) {
    Option<ClassAbi> hidden = comparison.now().find(name);
    if (hidden.isEmpty()) {
      return true;
    }
    Set<String> others = new TreeSet<>(user.references().classes());
    others.add(user.name());
    others.add(THROWABLE);
    others.remove(name);
    others.remove(OBJECT);
    return others.stream()
        .flatMap(other -> comparison.now().find(other).toJavaStream())
        .anyMatch(other -> isSubclass(hidden.get(), other) || isSubtype(other, name));
  }

  private boolean isSubclass(ClassAbi hidden, ClassAbi other) {
    return !other.linkageModifiers().has(Modifier.INTERFACE) && isSubtype(hidden, other.name());
  }

  private boolean isSubtype(ClassAbi type, String supertype) {
    return comparison.now().ancestry(type).has(supertype);
  }

  private void report(PluginClass user, String name, String why) {
    comparison
        .findings()
        .add(
            new Finding(
                comparison.classKind(name),
                name,
                comparison.kindThen(name),
                Wording.NOTHING,
                why,
                Finding.USED),
            user.name());
  }
}
