package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifiers;
import dev.loadstone.domain.context.Difference;
import io.vavr.control.Option;

/**
 * What all rules share.
 *
 * @param now the classes that are there now
 * @param then the classes that the compiler saw
 * @param lookup whose the classes around the plugin are
 * @param findings what is found
 */
record Comparison(
    ClassHierarchy now, ClassHierarchy then, ClassLookup lookup, CompatibilityFindings findings) {

  Difference.Kind classKind(String binaryName) {
    return isOfJdk(binaryName) ? Difference.Kind.JDK_CLASS : Difference.Kind.HOST_CLASS;
  }

  Difference.Kind memberKind(String binaryName) {
    return isOfJdk(binaryName) ? Difference.Kind.JDK_MEMBER : Difference.Kind.HOST_MEMBER;
  }

  /**
   * Tells of each class that was asked for and cannot be read, whatever it was asked for, unless
   * something else is told of it: what is not known is not equal.
   */
  void reportUnreadable() {
    for (String name : now.asked()) {
      Option<String> reason = findings.hasClass(name) ? Option.none() : lookup.unreadable(name);
      reason.forEach(
          why ->
              findings.add(
                  new Finding(
                      classKind(name),
                      name,
                      kindThen(name),
                      Wording.NOTHING,
                      unreadable(why),
                      Finding.USED)));
    }
  }

  /** What is said of a class that cannot be read. */
  static String unreadable(String reason) {
    return "its class file " + reason;
  }

  /** Every class of the host that the compiler saw was recorded: others were the JDK's. */
  private boolean isOfJdk(String binaryName) {
    boolean isThere = now.find(binaryName).isDefined() || lookup.unreadable(binaryName).isDefined();
    return isThere ? lookup.isOfJdk(binaryName) : then.find(binaryName).isEmpty();
  }

  /** Returns whether the JVM lets a plugin's class use a member of another (JVMS 5.4.4). */
  boolean isAccessible(PluginClass from, ClassAbi declaring, Modifiers modifiers) {
    Access access = modifiers.access();
    return access == Access.PUBLIC
        || (access == Access.PROTECTED && isSubclass(now, from.name(), declaring.name()));
  }

  static boolean isSubclass(ClassHierarchy world, String binaryName, String superclass) {
    return world
        .find(binaryName)
        .exists(
            type ->
                world.ancestry(type).classes().stream()
                    .anyMatch(each -> each.name().equals(superclass)));
  }

  /** The kind of a class, as it was or else as it is. */
  String kindThen(String binaryName) {
    return then.find(binaryName)
        .orElse(() -> now.find(binaryName))
        .map(Wording::kind)
        .getOrElse("class");
  }

  /** The first class that a class of the plugin inherits from and that is none of the plugin's. */
  Option<String> nearestAround(String binaryName) {
    return now.find(binaryName)
        .map(type -> now.ancestry(type).classes())
        .flatMap(
            classes ->
                Option.ofOptional(
                        classes.stream()
                            .map(ClassAbi::name)
                            .filter(name -> !now.isOfPlugin(name))
                            .findFirst())
                    .orElse(classes.get(classes.size() - 1).superclass()));
  }
}
