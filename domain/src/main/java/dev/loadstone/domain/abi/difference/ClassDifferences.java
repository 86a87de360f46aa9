package dev.loadstone.domain.abi.difference;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.GenericSignature;
import dev.loadstone.domain.abi.MemberClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Nesting;
import dev.loadstone.domain.abi.RecordComponentAbi;
import dev.loadstone.domain.abi.TypeNames;
import dev.loadstone.domain.context.Difference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words how the ABI of a class differs from what it was. */
public final class ClassDifferences {

  private static final Difference.Kind KIND = Difference.Kind.HOST_CLASS;

  private final ClassAbi then;
  private final ClassAbi now;
  private final TypeNames names;
  private final Findings findings;

  private ClassDifferences(ClassAbi then, ClassAbi now) {
    this.then = then;
    this.now = now;
    this.names = TypeNames.among(Stream.concat(descriptors(then), descriptors(now)).toList());
    this.findings = new Findings(now.name());
  }

  /**
   * Compares two ABIs of one class.
   *
   * @param then the ABI that a plugin was compiled against
   * @param now the present one
   * @return each difference, what concerns the class as a whole first; empty for equal ABIs only
   */
  public static List<Difference> between(ClassAbi then, ClassAbi now) {
    return new ClassDifferences(then, now).all();
  }

  private static Stream<String> descriptors(ClassAbi type) {
    return Stream.of(
            type.fields().stream().map(FieldAbi::descriptor),
            type.methods().stream().map(MethodAbi::descriptor),
            type.recordComponents().stream().map(RecordComponentAbi::descriptor))
        .flatMap(each -> each);
  }

  private List<Difference> all() {
    new ModifierDifferences(findings, KIND, "").compare(then.modifiers(), now.modifiers());
    nesting();
    signature();
    supertypes();
    permittedSubclasses();
    new MetadataDifferences(findings, KIND, "").compare(then.metadata(), now.metadata());
    recordComponents();
    enumConstants();
    memberClasses();
    new MemberDifferences(then, now, names, findings).compare();
    if (findings.all().isEmpty() && !then.equals(now)) {
      findings.property(KIND, "", "its ABI", then.digest().toString(), now.digest().toString());
    }
    return findings.all();
  }

  private void nesting() {
    if (!place(then).equals(place(now))) {
      findings.property(KIND, "", "its place", place(then), place(now));
    }
    if (then.modifiers().equals(now.modifiers())
        && !then.linkageModifiers().equals(now.linkageModifiers())) {
      findings.property(
          KIND,
          "",
          "its access in the class file",
          words(then.linkageModifiers().toString()),
          words(now.linkageModifiers().toString()));
    }
  }

  private static String place(ClassAbi type) {
    return type.nesting().map(ClassDifferences::place).getOrElse("top level");
  }

  private static String place(Nesting nesting) {
    String name = nesting.simpleName().isEmpty() ? "no name" : nesting.simpleName();
    return nesting.outer().isEmpty()
        ? "local, as " + name
        : "in " + nesting.outer() + ", as " + name;
  }

  private static String words(String modifiers) {
    return modifiers.isEmpty() ? "none" : modifiers;
  }

  private void signature() {
    if (!then.signature().equals(now.signature())) {
      findings.signature(
          KIND,
          "",
          then.signature(),
          now.signature(),
          signature -> GenericSignature.ofClass(signature, names));
    }
  }

  private void supertypes() {
    if (!then.superclass().equals(now.superclass())) {
      findings.property(
          KIND,
          "",
          "its superclass",
          then.superclass().getOrElse("none"),
          now.superclass().getOrElse("none"));
    }
    String word = now.modifiers().has(Modifier.INTERFACE) ? "extends" : "implements";
    if (!compareNames(then.interfaces(), now.interfaces(), word)
        && !then.interfaces().equals(now.interfaces())) {
      findings.property(
          KIND,
          "",
          "the order of its interfaces",
          String.join(", ", then.interfaces()),
          String.join(", ", now.interfaces()));
    }
  }

  /** Says which names have come and gone, if any have. */
  private boolean compareNames(List<String> was, List<String> is, String word) {
    List<String> gone = Pairs.without(was, is);
    List<String> come = Pairs.without(is, was);
    for (String name : gone) {
      findings.add(
          KIND, word + " " + name, "not " + word + " " + name, "it no longer " + word + " " + name);
    }
    for (String name : come) {
      findings.add(
          KIND, "not " + word + " " + name, word + " " + name, "it now " + word + " " + name);
    }
    return !gone.isEmpty() || !come.isEmpty();
  }

  private void permittedSubclasses() {
    boolean wasSealed = !then.permittedSubclasses().isEmpty();
    boolean isSealed = !now.permittedSubclasses().isEmpty();
    if (wasSealed == isSealed) {
      compareNames(then.permittedSubclasses(), now.permittedSubclasses(), "permits");
    } else if (isSealed) {
      String permitted = String.join(", ", now.permittedSubclasses());
      findings.add(KIND, "not sealed", "sealed", "it is now sealed, and permits only " + permitted);
    } else {
      findings.add(KIND, "sealed", "not sealed", "it is no longer sealed");
    }
  }

  private void recordComponents() {
    String was = components(then);
    String is = components(now);
    if (!was.equals(is)) {
      findings.property(KIND, "", "its record header", was, is);
    } else if (!then.recordComponents().equals(now.recordComponents())) {
      for (int i = 0; i < then.recordComponents().size(); i++) {
        RecordComponentAbi before = then.recordComponents().get(i);
        RecordComponentAbi after = now.recordComponents().get(i);
        new MetadataDifferences(findings, KIND, "record component " + after.name())
            .compare(before.metadata(), after.metadata());
      }
    }
  }

  private String components(ClassAbi type) {
    return type.recordComponents().stream()
        .map(component -> typeOf(component) + " " + component.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String typeOf(RecordComponentAbi component) {
    return component
        .signature()
        .map(signature -> GenericSignature.ofField(signature, names))
        .getOrElse(() -> names.type(component.descriptor()));
  }

  private void enumConstants() {
    List<String> gone = Pairs.without(then.enumConstants(), now.enumConstants());
    List<String> come = Pairs.without(now.enumConstants(), then.enumConstants());
    gone.forEach(name -> findings.removed(KIND, "enum constant " + name));
    come.forEach(name -> findings.added(KIND, "enum constant " + name));
    List<String> was = Pairs.without(then.enumConstants(), gone);
    List<String> is = Pairs.without(now.enumConstants(), come);
    if (!was.equals(is)) {
      findings.property(
          KIND,
          "",
          "the order of its enum constants",
          String.join(", ", then.enumConstants()),
          String.join(", ", now.enumConstants()));
    }
  }

  private void memberClasses() {
    Map<String, List<MemberClassAbi>> was = byName(then);
    Map<String, List<MemberClassAbi>> is = byName(now);
    for (String name : union(was.keySet(), is.keySet())) {
      List<MemberClassAbi> before = was.getOrDefault(name, List.of());
      List<MemberClassAbi> after = is.getOrDefault(name, List.of());
      String member = "member class " + name;
      if (before.isEmpty()) {
        findings.added(KIND, member);
      } else if (after.isEmpty()) {
        findings.removed(KIND, member);
      } else if (!before.equals(after)) {
        findings.property(KIND, member, "its declaration", declared(before), declared(after));
      }
    }
  }

  private static Collection<String> union(Collection<String> some, Collection<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
  }

  private static Map<String, List<MemberClassAbi>> byName(ClassAbi type) {
    return type.memberClasses().stream()
        .collect(Collectors.groupingBy(MemberClassAbi::name, TreeMap::new, Collectors.toList()));
  }

  private static String declared(List<MemberClassAbi> members) {
    return members.stream()
        .map(member -> (member.modifiers() + " " + member.simpleName()).strip())
        .collect(Collectors.joining(", "));
  }
}
