package dev.loadstone.domain.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.context.InheritedMember;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InheritedMembersTest {

  /** A chain of classes with interfaces, one of which each declares a member. */
  private static final Map<String, ClassAbi> HOST =
      Stream.of(
              type("h.Low", "h.Middle", List.of("h.LowNames")),
              type("h.Middle", "h.Top", List.of("h.Shared"), "field middle I"),
              type("h.Top", "java.awt.Panel", List.of(), "field top I", "method top ()V"),
              face("h.LowNames", List.of("h.Names")),
              face("h.Names", List.of(), "field NAME I", "method name ()V"),
              face("h.Shared", List.of(), "field SHARED I", "method shared ()V"),
              type("h.Round", "h.Square", List.of()),
              type("h.Square", "h.Round", List.of()))
          .collect(Collectors.toMap(ClassAbi::name, Function.identity()));

  @ParameterizedTest
  @CsvSource({
    "h.Top, top, ''",
    "h.Middle, top, h.Middle",
    "h.Low, top, h.Low h.Middle",
    "h.Low, middle, h.Low",
    "h.Low, NAME, ''",
    "h.Low, SHARED, h.Low",
    "h.LowNames, NAME, ''",
    "h.Low, ofTheJdk, h.Low h.Middle h.Top",
    "h.Round, none, h.Round h.Square",
    "java.awt.Panel, ofTheJdk, ''",
    "p.Plugin, top, h.Low h.Middle",
    "p.Plugin, own, ''",
    "p.Plugin, hidden, ''",
  })
  void of_field_areTheClassesThatResolutionPasses(String owner, String name, String passed) {
    FieldReference field = new FieldReference(owner, name, "I", FieldReference.Use.GET_FIELD);

    SortedSet<InheritedMember> members = members(field);

    assertThat(members).containsExactlyElementsOf(expected(passed, name, "I"));
  }

  @ParameterizedTest
  @CsvSource({
    "h.Top, top, VIRTUAL, ''",
    "h.Low, top, VIRTUAL, h.Low h.Middle",
    "h.Low, top, SPECIAL, h.Low h.Middle",
    "h.Low, name, VIRTUAL, h.Low h.Middle h.Top",
    "h.Middle, shared, VIRTUAL, h.Middle h.Top",
    "h.Names, name, INTERFACE, ''",
    "h.LowNames, name, INTERFACE, h.LowNames",
    "h.Low, <init>, SPECIAL, ''",
    "p.Plugin, top, VIRTUAL, h.Low h.Middle",
    "p.Plugin, own, VIRTUAL, ''",
    "p.Plugin, hidden, VIRTUAL, ''",
  })
  void of_method_areTheClassesThatResolutionPasses(
      String owner, String name, MethodReference.Use use, String passed) {
    MethodReference method = new MethodReference(owner, false, name, "()V", use);

    SortedSet<InheritedMember> members = members(method);

    assertThat(members).containsExactlyElementsOf(expected(passed, name, "()V"));
  }

  @Test
  void of_pluginWithoutReferences_areNone() {
    assertThat(InheritedMembers.of(List.of(), HOST)).isEmpty();
  }

  private static SortedSet<InheritedMember> members(Object reference) {
    SortedSet<FieldReference> fields = new TreeSet<>();
    SortedSet<MethodReference> methods = new TreeSet<>();
    if (reference instanceof FieldReference field) {
      fields.add(field);
    } else {
      methods.add((MethodReference) reference);
    }
    ClassReferences references =
        new ClassReferences(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            fields,
            methods,
            new TreeSet<>(),
            new TreeSet<>());
    ClassAbi plugin = type("p.Plugin", "h.Low", List.of(), "field own I", "method own ()V");
    SortedSet<String> hidden = new TreeSet<>(List.of("hidden:I", "hidden()V"));
    return InheritedMembers.of(List.of(new PluginClass(plugin, references, hidden)), HOST);
  }

  private static Collection<InheritedMember> expected(
      String owners, String name, String descriptor) {
    return Arrays.stream(owners.split(" "))
        .filter(owner -> !owner.isEmpty())
        .map(owner -> new InheritedMember(owner, name, descriptor))
        .toList();
  }

  private static ClassAbi type(
      String name, String superclass, List<String> interfaces, String... members) {
    return abi(name, "public", superclass, interfaces, members);
  }

  private static ClassAbi face(String name, List<String> interfaces, String... members) {
    return abi(name, "public abstract interface", "java.lang.Object", interfaces, members);
  }

  private static ClassAbi abi(
      String name,
      String modifiers,
      String superclass,
      List<String> interfaces,
      String... members) {
    StringBuilder text = new StringBuilder();
    text.append("class " + name + "\nmodifiers " + modifiers + "\nsuperclass " + superclass + "\n");
    interfaces.forEach(each -> text.append("interface " + each + "\n"));
    Stream.of(members).sorted().forEach(each -> text.append(each + "\n modifiers public\n"));
    return ClassAbi.parse(text.toString()).get();
  }
}
