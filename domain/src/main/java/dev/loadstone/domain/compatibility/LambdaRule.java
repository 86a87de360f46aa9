package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.LambdaReference;
import dev.loadstone.domain.abi.Metadata;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import io.vavr.control.Option;
import java.util.List;

/**
 * The objects that lambda expressions and method references make are of classes that implement one
 * method, and inherit the rest.
 */
final class LambdaRule {

  private static final String MAKER = " a lambda expression of";

  private final Comparison comparison;
  private final SupertypeRule supertypes;
  private final ImplementationRule implementations;

  LambdaRule(Comparison comparison, SupertypeRule supertypes, ImplementationRule implementations) {
    this.comparison = comparison;
    this.supertypes = supertypes;
    this.implementations = implementations;
  }

  void check(PluginClass user) {
    for (LambdaReference lambda : user.references().lambdas()) {
      for (String name : lambda.interfaces()) {
        comparison
            .now()
            .find(name)
            .forEach(
                type -> supertypes.checkInterface(user.name(), type, "; implemented by" + MAKER));
      }
      if (lambda.interfaces().stream().allMatch(this::isInterface)) {
        implementations.check(madeFor(user, lambda), user.name(), MAKER);
      }
    }
  }

  private boolean isInterface(String name) {
    return comparison
        .now()
        .find(name)
        .exists(type -> type.linkageModifiers().has(Modifier.INTERFACE));
  }

  private static ClassAbi madeFor(PluginClass user, LambdaReference lambda) {
    return new ClassAbi(
        // No class has such a name, and no other lambda expression.
        user.name() + "/" + lambda,
        Modifiers.of(Modifier.FINAL, Modifier.SYNTHETIC),
        Option.none(),
        Option.none(),
        Option.some("java.lang.Object"),
        lambda.interfaces(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        lambda.descriptors().stream()
            .map(descriptor -> implementation(lambda.method(), descriptor))
            .toList(),
        Metadata.NONE);
  }

  private static MethodAbi implementation(String name, String descriptor) {
    return new MethodAbi(
        name,
        descriptor,
        Modifiers.of(Modifier.PUBLIC),
        Option.none(),
        List.of(),
        Option.none(),
        Metadata.NONE);
  }
}
