package dev.loadstone.domain.abi.difference;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import dev.loadstone.domain.context.Difference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says in words how the modifiers of a class or member differ. */
final class ModifierDifferences {

  /** Those that say what kind of class it is, the most telling one first. */
  private static final List<Modifier> KINDS =
      List.of(Modifier.ANNOTATION, Modifier.INTERFACE, Modifier.ENUM, Modifier.RECORD);

  private static final Set<Modifier> ACCESSES =
      EnumSet.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

  private final Findings findings;
  private final Difference.Kind kind;
  private final String what;

  /** Finds differences of a member, or of the class itself, which has an empty name. */
  ModifierDifferences(Findings findings, Difference.Kind kind, String what) {
    this.findings = findings;
    this.kind = kind;
    this.what = what;
  }

  void compare(Modifiers then, Modifiers now) {
    if (then.equals(now)) {
      return;
    }
    List<String> changes = new ArrayList<>();
    boolean isClass = what.isEmpty();
    if (isClass && !kindOf(then).equals(kindOf(now))) {
      changes.add("now " + kindOf(now) + " and was " + kindOf(then));
    }
    if (then.access() != now.access()) {
      changes.add("now " + access(now) + " and was " + access(then));
    }
    for (Modifier modifier : Modifier.values()) {
      if (then.has(modifier) != now.has(modifier) && !isTold(modifier, isClass, now)) {
        changes.add((now.has(modifier) ? "now " : "no longer ") + modifier.word());
      }
    }
    if (changes.isEmpty()) {
      changes.add("now '" + now + "' and was '" + then + "'");
    }
    String prefix = isClass ? "" : what + " ";
    findings.add(
        kind,
        prefix + "'" + then + "'",
        prefix + "'" + now + "'",
        (isClass ? "it is " : prefix + "is ") + String.join(", ", changes));
  }

  private static boolean isTold(Modifier modifier, boolean isClass, Modifiers now) {
    return ACCESSES.contains(modifier)
        || (isClass && KINDS.contains(modifier))
        || (isClass && modifier == Modifier.ABSTRACT && now.has(Modifier.INTERFACE));
  }

  private static String kindOf(Modifiers modifiers) {
    for (Modifier each : KINDS) {
      if (modifiers.has(each)) {
        return switch (each) {
          case ANNOTATION -> "an annotation interface";
          case INTERFACE -> "an interface";
          case ENUM -> "an enum class";
          default -> "a record class";
        };
      }
    }
    return "a class";
  }

  private static String access(Modifiers modifiers) {
    return modifiers.access() == Access.PACKAGE
        ? "package-private"
        : modifiers.access().name().toLowerCase(Locale.ROOT);
  }
}
