package dev.loadstone.domain.abi.difference;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.GenericSignature;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.TypeNames;
import dev.loadstone.domain.context.Difference;
import io.vavr.control.Option;

/** Says in words how the fields, methods and constructors of a class differ. */
final class MemberDifferences {

  private static final Difference.Kind KIND = Difference.Kind.HOST_MEMBER;

  private final ClassAbi then;
  private final ClassAbi now;
  private final TypeNames names;
  private final Findings findings;

  MemberDifferences(ClassAbi then, ClassAbi now, TypeNames names, Findings findings) {
    this.then = then;
    this.now = now;
    this.names = names;
    this.findings = findings;
  }

  void compare() {
    fields();
    methods();
  }

  private void fields() {
    Pairs<FieldAbi> pairs =
        Pairs.of(then.fields(), now.fields(), field -> field.name() + " " + field.descriptor());
    pairs.same().forEach(pair -> compareFields(pair.was(), pair.is()));
    Pairs<FieldAbi> named = Pairs.unique(pairs.gone(), pairs.come(), FieldAbi::name);
    for (Pairs.Pair<FieldAbi> pair : named.same()) {
      findings.property(
          KIND,
          "field " + pair.is().name(),
          "its type",
          names.type(pair.was().descriptor()),
          names.type(pair.is().descriptor()));
    }
    for (FieldAbi field : named.gone()) {
      if (!isEnumConstant(field)) {
        findings.removed(KIND, shown(field));
      }
    }
    for (FieldAbi field : named.come()) {
      if (!isEnumConstant(field)) {
        findings.added(KIND, shown(field));
      }
    }
  }

  // Those have been told of the class.
  private static boolean isEnumConstant(FieldAbi field) {
    return field.modifiers().has(Modifier.ENUM);
  }

  private String shown(FieldAbi field) {
    return "field " + names.type(field.descriptor()) + " " + field.name();
  }

  private void compareFields(FieldAbi was, FieldAbi is) {
    String what = "field " + is.name();
    new ModifierDifferences(findings, KIND, what).compare(was.modifiers(), is.modifiers());
    if (!was.signature().equals(is.signature())) {
      findings.signature(
          KIND, what, was.signature(), is.signature(), s -> GenericSignature.ofField(s, names));
    }
    if (!was.constant().equals(is.constant())) {
      findings.property(
          KIND, what, "its constant value", value(was.constant()), value(is.constant()));
    }
    new MetadataDifferences(findings, KIND, what).compare(was.metadata(), is.metadata());
  }

  private static String value(Option<Literal> constant) {
    return constant.map(Literal::toString).getOrElse("none");
  }

  private void methods() {
    Pairs<MethodAbi> pairs =
        Pairs.of(then.methods(), now.methods(), method -> method.name() + method.descriptor());
    pairs.same().forEach(pair -> compareMethods(pair.was(), pair.is()));
    Pairs<MethodAbi> returning =
        Pairs.of(pairs.gone(), pairs.come(), method -> method.name() + parameters(method));
    returning.same().forEach(pair -> compareReturns(pair.was(), pair.is()));
    Pairs<MethodAbi> named = Pairs.unique(returning.gone(), returning.come(), MethodAbi::name);
    for (Pairs.Pair<MethodAbi> pair : named.same()) {
      MethodAbi is = pair.is();
      findings.changed(
          KIND, shown(pair.was()), shown(is), names.call(now.name(), is.name(), is.descriptor()));
    }
    named.gone().forEach(method -> findings.removed(KIND, shown(method)));
    named.come().forEach(method -> findings.added(KIND, shown(method)));
  }

  private static String parameters(MethodAbi method) {
    return method.descriptor().substring(0, method.descriptor().lastIndexOf(')'));
  }

  private String shown(MethodAbi method) {
    return names.method(now.name(), method.name(), method.descriptor());
  }

  private void compareReturns(MethodAbi was, MethodAbi is) {
    findings.property(
        KIND,
        shown(is),
        "its return type",
        names.returnType(was.descriptor()),
        names.returnType(is.descriptor()));
  }

  private void compareMethods(MethodAbi was, MethodAbi is) {
    String what = shown(is);
    new ModifierDifferences(findings, KIND, what).compare(was.modifiers(), is.modifiers());
    if (!was.signature().equals(is.signature())) {
      String name = is.isConstructor() ? "new" : is.name();
      findings.signature(
          KIND,
          what,
          was.signature(),
          is.signature(),
          s -> GenericSignature.ofMethod(s, name, names));
    }
    for (String exception : Pairs.without(was.exceptions(), is.exceptions())) {
      findings.add(
          KIND,
          what + " throws " + exception,
          what + " does not throw " + exception,
          what + " no longer throws " + exception);
    }
    for (String exception : Pairs.without(is.exceptions(), was.exceptions())) {
      findings.add(
          KIND,
          what + " does not throw " + exception,
          what + " throws " + exception,
          what + " now throws " + exception);
    }
    if (!was.annotationDefault().equals(is.annotationDefault())) {
      findings.property(
          KIND,
          what,
          "its default",
          was.annotationDefault().getOrElse("none"),
          is.annotationDefault().getOrElse("none"));
    }
    new MetadataDifferences(findings, KIND, what).compare(was.metadata(), is.metadata());
  }
}
