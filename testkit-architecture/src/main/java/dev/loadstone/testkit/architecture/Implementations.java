package dev.loadstone.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Objects;
import java.util.stream.Stream;

/** What makes a class an implementation of a port. */
final class Implementations {

  private static final String LOADSTONE = "dev.loadstone";
  private static final String DOMAIN = LOADSTONE + ".domain";
  private static final String TESTKIT = LOADSTONE + ".testkit";
  private static final String PORTS = DOMAIN + ".port";

  private Implementations() {}

  static boolean isImplementation(JavaClass type) {
    return !type.isInterface()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && ports(type).findAny().isPresent();
  }

  static Stream<JavaClass> ports(JavaClass type) {
    return type.getAllRawInterfaces().stream().filter(Implementations::isPort);
  }

  private static boolean isPort(JavaClass type) {
    return type.getPackageName().equals(PORTS);
  }

  static boolean isFinal(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL)
        || type.isEnum()
        || type.isAnonymousClass();
  }

  /** Whether the class and all that enclose it are public, or open to subclasses elsewhere. */
  static boolean isShown(JavaClass type) {
    return withEnclosing(type)
        .allMatch(
            each ->
                each.getModifiers().contains(JavaModifier.PUBLIC)
                    || each.getModifiers().contains(JavaModifier.PROTECTED));
  }

  /** Tests that no build's folders tell apart may use the test kit too. */
  static boolean mayUse(Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
    if (!isIn(LOADSTONE, target) || isIn(DOMAIN, target)) {
      return true;
    }
    return (target.equals(LOADSTONE) || isIn(TESTKIT, target))
        && withEnclosing(dependency.getOriginClass()).noneMatch(Implementations::isImplementation);
  }

  static JavaClass outermost(JavaClass type) {
    return withEnclosing(type).reduce(type, (inner, outer) -> outer);
  }

  private static Stream<JavaClass> withEnclosing(JavaClass type) {
    return Stream.iterate(type, Objects::nonNull, each -> each.getEnclosingClass().orElse(null));
  }

  private static boolean isIn(String root, String packageName) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }
}
