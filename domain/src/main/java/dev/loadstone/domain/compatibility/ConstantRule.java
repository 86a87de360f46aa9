package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;

/** Constants that the compiler put into the plugin have the same values (JLS 13.4.9). */
final class ConstantRule {

  private final Comparison comparison;

  ConstantRule(Comparison comparison) {
    this.comparison = comparison;
  }

  void check(InlinedConstant constant) {
    Option<ClassAbi> owner = comparison.now().find(constant.owner());
    if (comparison.lookup().unreadable(constant.owner()).isDefined()) {
      return; // Which is told of the class.
    }
    if (owner.isEmpty()) {
      report(
          constant, "is gone with its " + comparison.kindThen(constant.owner()), Wording.NOTHING);
      return;
    }
    Option<FieldAbi> field = owner.flatMap(type -> inherited(type, constant.field()));
    if (field.isEmpty()) {
      report(constant, "is gone", Wording.NOTHING);
    } else if (field.get().constant().isEmpty()) {
      report(constant, "is no longer a constant", "no constant");
    } else if (!field.get().constant().get().equals(constant.value())) {
      String now = field.get().constant().get().toString();
      report(constant, "is " + now + " now", now);
    }
  }

  /** The field of that name, of whatever type: one that moved up is the same for a source. */
  private Option<FieldAbi> inherited(ClassAbi owner, String name) {
    Ancestry ancestry = comparison.now().ancestry(owner);
    for (ClassAbi type : ancestry.classes()) {
      Option<FieldAbi> field = declared(type, name);
      if (field.isDefined()) {
        return field;
      }
    }
    for (ClassAbi type : ancestry.interfaces()) {
      Option<FieldAbi> field = declared(type, name);
      if (field.isDefined()) {
        return field;
      }
    }
    return Option.none();
  }

  private static Option<FieldAbi> declared(ClassAbi type, String name) {
    return Option.ofOptional(
        type.fields().stream().filter(field -> field.name().equals(name)).findFirst());
  }

  private void report(InlinedConstant constant, String sentence, String now) {
    comparison
        .findings()
        .add(
            new Finding(
                Difference.Kind.INLINED_CONSTANT,
                constant.owner(),
                constant.value().toString(),
                now,
                "constant " + constant.field() + " was " + constant.value() + ", " + sentence,
                ""));
  }
}
