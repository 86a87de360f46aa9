package dev.loadstone.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Set;

/** Static fields are final, and of no type that is there to change. */
final class HaveNoStaticState extends ArchCondition<JavaClass> {

  private static final DescribedPredicate<JavaClass> CHANGING =
      resideInAPackage("java.util.concurrent..")
          .or(assignableTo(AbstractCollection.class))
          .or(assignableTo(AbstractMap.class))
          .or(assignableTo(ThreadLocal.class))
          .or(assignableTo(Appendable.class));

  HaveNoStaticState() {
    super("have no static state");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getFields().stream()
        .filter(field -> isStaticState(field.getModifiers(), field))
        .forEach(
            field ->
                events.add(
                    SimpleConditionEvent.violated(
                        field, field.getDescription() + " is static state")));
  }

  private static boolean isStaticState(Set<JavaModifier> modifiers, JavaField field) {
    return modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && (!modifiers.contains(JavaModifier.FINAL) || CHANGING.test(field.getRawType()));
  }
}
