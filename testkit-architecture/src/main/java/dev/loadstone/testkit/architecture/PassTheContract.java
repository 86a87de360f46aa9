package dev.loadstone.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A test extends the contract of the port, and comes by the implementation. */
final class PassTheContract extends ArchCondition<JavaClass> {

  private static final String CONTRACTS = "dev.loadstone.testkit.contract.";

  PassTheContract() {
    super("be passed to a test that extends the port's contract");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Implementations.ports(type)
        .map(PassTheContract::contract)
        .sorted()
        .filter(contract -> users(type).noneMatch(user -> isExtension(user, contract)))
        .forEach(
            contract ->
                events.add(
                    SimpleConditionEvent.violated(
                        type,
                        type.getDescription() + " is met by no test that extends " + contract)));
  }

  /** A linked plugin comes from a loader only, whose contract runs it. */
  private static String contract(JavaClass port) {
    String name = port.getSimpleName().equals("LinkedPlugin") ? "Loader" : port.getSimpleName();
    return CONTRACTS + name + "Contract";
  }

  private static boolean isExtension(JavaClass user, String contract) {
    return !user.getModifiers().contains(JavaModifier.ABSTRACT)
        && user.getAllRawSuperclasses().stream().map(HasName::getName).anyMatch(contract::equals);
  }

  /** All that come by a class directly, or through classes of its package. */
  private static Stream<JavaClass> users(JavaClass type) {
    Set<JavaClass> users = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(Set.of(type));
    while (!open.isEmpty()) {
      for (Dependency dependency : open.remove().getDirectDependenciesToSelf()) {
        JavaClass user = dependency.getOriginClass();
        for (JavaClass each : List.of(user, Implementations.outermost(user))) {
          if (users.add(each) && each.getPackageName().equals(type.getPackageName())) {
            open.add(each);
          }
        }
      }
    }
    return users.stream();
  }
}
