package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifiers;
import io.vavr.control.Option;

/**
 * What is common to using fields and methods.
 *
 * @param comparison what rules share
 * @param user the class of the plugin
 * @param owner the class that the member is looked for in
 */
record MemberUse(Comparison comparison, PluginClass user, ClassAbi owner) {

  /**
   * Says what is wrong with the access to a member that is there.
   *
   * @param ofInstance whether an object's member is used, not through {@code super}
   * @param wasProtected whether the compiler saw it as protected, and thus checked the use itself
   */
  Option<String> inaccessible(
      ClassAbi declaring, Modifiers modifiers, boolean ofInstance, boolean wasProtected) {
    if (!comparison.isAccessible(user, declaring, modifiers)) {
      return Option.some(
          modifiers.access() == Access.PROTECTED ? "is protected now" : "is no longer public");
    }
    // The object must be one of the class that uses it, or of a subclass (JVMS 4.10.1.8). The
    // owner is the object's type for the compiler; what the verifier knows may be more.
    boolean isUnprotected =
        ofInstance
            && modifiers.access() == Access.PROTECTED
            && !wasProtected
            && !Comparison.isSubclass(comparison.now(), owner.name(), user.name());
    return Option.when(isUnprotected, "is protected now");
  }

  /**
   * Returns the class that a message about a missing member is about: the one that declared it,
   * unless it still does.
   */
  String subject(Option<String> declaredThen, boolean stillDeclared) {
    String nearest = comparison.nearestAround(owner.name()).getOrElse(owner.name());
    return stillDeclared || declaredThen.exists(comparison.now()::isOfPlugin)
        ? nearest
        : declaredThen.getOrElse(nearest);
  }

  void report(String subject, String was, String is, String sentence, String role) {
    comparison
        .findings()
        .add(
            new Finding(comparison.memberKind(subject), subject, was, is, sentence, role),
            user.name());
  }
}
