package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.SwitchReference;
import dev.loadstone.domain.context.Difference;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The constants that a {@code switch} names are still constants of their enums, and what was added
 * since has a case in each {@code switch} that was exhaustive (JLS 14.11.1.1).
 *
 * <p>What is gone is the other rules' affair: the cases name classes and fields. What has no case
 * is told and no reason to refuse, since the plugin may never meet it.
 */
final class SwitchRule {

  private static final String NO_CASE = "; no case for it in the exhaustive switch of";
  private static final String OBJECT = "java.lang.Object";

  private final Comparison comparison;
  private final Set<String> namedConstants = new TreeSet<>();

  SwitchRule(Comparison comparison, Collection<PluginClass> plugin) {
    this.comparison = comparison;
    for (PluginClass each : plugin) {
      for (FieldReference field : each.references().fields()) {
        namedConstants.add(constant(field.owner(), field.name()));
      }
    }
  }

  private static String constant(String owner, String name) {
    return owner + "." + name;
  }

  private static boolean isEnum(ClassAbi type) {
    return type.modifiers().has(Modifier.ENUM);
  }

  void check(PluginClass user) {
    for (SwitchReference each : user.references().switches()) {
      each.constants().forEach(constant -> checkConstant(user, constant));
      if (each.isExhaustive()) {
        checkCases(user, each);
      }
    }
  }

  private void checkConstant(PluginClass user, FieldReference constant) {
    comparison.now().find(constant.owner()).forEach(owner -> checkConstant(user, constant, owner));
  }

  private void checkConstant(PluginClass user, FieldReference constant, ClassAbi owner) {
    if (!isEnum(owner)) {
      String kind = Wording.withArticle(Wording.kind(owner));
      report(
          user,
          comparison.classKind(owner.name()),
          owner.name(),
          comparison.kindThen(owner.name()),
          kind,
          comparison.kindThen(owner.name()) + " is " + kind + " now",
          Finding.USED);
    } else if (comparison.now().field(owner, constant.name(), constant.descriptor()).isDefined()
        && !owner.enumConstants().contains(constant.name())) {
      String field = "field " + constant.name();
      report(
          user,
          comparison.memberKind(owner.name()),
          owner.name(),
          "an enum constant",
          "a field",
          field + " is no longer an enum constant",
          Finding.USED);
    }
  }

  private void checkCases(PluginClass user, SwitchReference cases) {
    Coverage then = new Coverage(comparison.then(), cases);
    Coverage now = new Coverage(comparison.now(), cases);
    Option<ClassAbi> selector = cases.selector().flatMap(comparison.now()::find);
    if (selector.exists(SwitchRule::isEnum)) {
      if (!now.hasCaseForSupertype(selector.get())) {
        reportConstants(user, selector.get());
      }
      return;
    }
    for (String name : selectors(cases)) {
      if (then.covers(name) && !now.covers(name)) {
        new Gaps(user, then, now).report(name);
      }
    }
  }

  // Where the call site does not say what it is over, each supertype of what has a case may be it.
  private Set<String> selectors(SwitchReference cases) {
    Set<String> names = new TreeSet<>();
    if (cases.selector().exists(name -> !name.equals(OBJECT))) {
      names.add(cases.selector().get());
      return names;
    }
    Set<String> types = new TreeSet<>(cases.types());
    cases.constants().forEach(constant -> types.add(constant.owner()));
    for (String name : types) {
      comparison
          .then()
          .find(name)
          .map(comparison.then()::ancestry)
          .forEach(
              ancestry -> {
                ancestry.classes().forEach(each -> names.add(each.name()));
                ancestry.interfaces().forEach(each -> names.add(each.name()));
              });
    }
    return names;
  }

  // What was not there when the plugin was compiled is named nowhere in it.
  private void reportConstants(PluginClass user, ClassAbi type) {
    for (String name : type.enumConstants()) {
      if (!namedConstants.contains(constant(type.name(), name))) {
        String what = "enum constant " + name;
        reportGap(user, type, "no " + what, what, what + " was added");
      }
    }
  }

  private void reportGap(PluginClass user, ClassAbi type, String was, String is, String sentence) {
    report(user, Difference.Kind.MISSING_CASE, type.name(), was, is, sentence, NO_CASE);
  }

  private void report(
      PluginClass user,
      Difference.Kind kind,
      String subject,
      String was,
      String is,
      String sentence,
      String role) {
    comparison.findings().add(new Finding(kind, subject, was, is, sentence, role), user.name());
  }

  /** What has no case now, from a type that was covered. */
  private final class Gaps {

    private final PluginClass user;
    private final Coverage then;
    private final Coverage now;
    private final Set<String> seen = new TreeSet<>();

    Gaps(PluginClass user, Coverage then, Coverage now) {
      this.user = user;
      this.then = then;
      this.now = now;
    }

    void report(String name) {
      if (seen.add(name)) {
        comparison.now().find(name).forEach(this::report);
      }
    }

    private void report(ClassAbi type) {
      if (isEnum(type)) {
        reportConstants(user, type);
      } else if (comparison.then().find(type.name()).exists(SwitchRule::isEnum)) {
        return; // It is refused, since its constants are named.
      } else if (type.permittedSubclasses().isEmpty()) {
        reportGap(user, type, "sealed", "not sealed", "it is no longer sealed");
      } else if (!Coverage.isAbstract(type)) {
        reportGap(user, type, "abstract", "not abstract", "it is no longer abstract");
      }
      for (String permitted : type.permittedSubclasses()) {
        if (then.covers(permitted) && !now.covers(permitted)) {
          report(permitted);
        } else if (!now.covers(permitted)) {
          String permits = "permits " + permitted;
          reportGap(user, type, "not " + permits, permits, "it now " + permits);
        }
      }
    }
  }

  /** Which types the cases of a {@code switch} cover (JLS 14.11.1.1), at one time. */
  private static final class Coverage {

    private final ClassHierarchy world;
    private final SwitchReference cases;
    private final Map<String, Boolean> known = new HashMap<>();

    Coverage(ClassHierarchy world, SwitchReference cases) {
      this.world = world;
      this.cases = cases;
    }

    static boolean isAbstract(ClassAbi type) {
      return type.linkageModifiers().has(Modifier.ABSTRACT)
          || type.linkageModifiers().has(Modifier.INTERFACE);
    }

    boolean covers(String name) {
      Boolean answer = known.get(name);
      if (answer == null) {
        // A class that permits itself does not load; here it must not keep us forever.
        known.put(name, false);
        answer = cases.types().contains(name) || world.find(name).exists(this::covers);
        known.put(name, answer);
      }
      return answer;
    }

    boolean hasCaseForSupertype(ClassAbi type) {
      Ancestry ancestry = world.ancestry(type);
      return cases.types().stream().anyMatch(ancestry::has);
    }

    private boolean covers(ClassAbi type) {
      if (hasCaseForSupertype(type)) {
        return true;
      }
      if (isEnum(type)) {
        return coversConstants(type);
      }
      return isAbstract(type)
          && !type.permittedSubclasses().isEmpty()
          && type.permittedSubclasses().stream().allMatch(this::covers);
    }

    private boolean coversConstants(ClassAbi type) {
      return !type.enumConstants().isEmpty()
          && type.enumConstants().stream()
              .allMatch(
                  name ->
                      cases.constants().stream()
                          .anyMatch(
                              each ->
                                  each.owner().equals(type.name()) && each.name().equals(name)));
    }
  }
}
