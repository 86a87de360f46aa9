package dev.loadstone.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The methods that answer a port's calls have no {@code throws}. */
final class DeclareNoException extends ArchCondition<JavaClass> {

  DeclareNoException() {
    super("declare no exception where they answer a port's call");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    // A call may be answered by a method that a superclass has.
    type.getAllMethods().stream()
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(method -> !method.getThrowsClause().isEmpty())
        .filter(method -> isCall(type, method))
        .forEach(
            method ->
                events.add(
                    SimpleConditionEvent.violated(
                        type,
                        type.getDescription()
                            + " answers by what declares exceptions: "
                            + method.getDescription())));
  }

  private static boolean isCall(JavaClass type, JavaMethod method) {
    return Implementations.ports(type)
        .flatMap(port -> port.getMethods().stream())
        .anyMatch(
            call ->
                call.getName().equals(method.getName())
                    && call.getRawParameterTypes().equals(method.getRawParameterTypes()));
  }
}
