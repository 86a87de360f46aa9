package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.TypeNames;
import java.util.List;

/** No method of the plugin overrides one that is final (JVMS 5.3.5, 5.4.5). */
final class OverrideRule {

  private static final String OVERRIDDEN = "; overridden by";

  private final Comparison comparison;

  OverrideRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(PluginClass user) {
    List<ClassAbi> classes = comparison.now().ancestry(user.abi()).classes();
    for (MethodAbi method : user.abi().methods()) {
      if (!method.isConstructor() && !method.modifiers().has(Modifier.STATIC)) {
        classes.stream()
            .skip(1)
            .filter(type -> !comparison.now().isOfPlugin(type.name()))
            .forEach(type -> check(user, method, type));
      }
    }
  }

  private void check(PluginClass user, MethodAbi method, ClassAbi superclass) {
    comparison
        .now()
        .method(superclass, method.name(), method.descriptor())
        .filter(overridden -> overridden.modifiers().has(Modifier.FINAL))
        .filter(overridden -> !overridden.modifiers().has(Modifier.STATIC))
        .filter(overridden -> comparison.isAccessible(user, superclass, overridden.modifiers()))
        .forEach(overridden -> report(user, superclass, overridden));
  }

  private void report(PluginClass user, ClassAbi superclass, MethodAbi overridden) {
    String name =
        TypeNames.among(List.of(overridden.descriptor()))
            .method(superclass.name(), overridden.name(), overridden.descriptor());
    comparison
        .findings()
        .add(
            new Finding(
                comparison.memberKind(superclass.name()),
                superclass.name(),
                name,
                "final",
                name + " is final now",
                OVERRIDDEN),
            user.name());
  }
}
