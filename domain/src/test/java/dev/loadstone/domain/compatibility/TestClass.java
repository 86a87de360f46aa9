package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.Metadata;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Builds a class; members are public unless other modifiers are given. */
final class TestClass {

  private final String name;
  private Modifiers modifiers = Modifiers.of(Modifier.PUBLIC);
  private Option<String> superclass = Option.some("java.lang.Object");
  private List<String> interfaces = List.of();
  private List<String> permitted = List.of();
  private final List<FieldAbi> fields = new ArrayList<>();
  private final List<MethodAbi> methods = new ArrayList<>();
  private final SortedSet<String> privateMembers = new TreeSet<>();

  private TestClass(String name) {
    this.name = name;
  }

  static TestClass type(String name) {
    return new TestClass(name);
  }

  static TestClass interfaceType(String name) {
    return type(name).being(Modifier.PUBLIC, Modifier.INTERFACE, Modifier.ABSTRACT);
  }

  TestClass being(Modifier... all) {
    modifiers = Modifiers.of(all);
    return this;
  }

  TestClass root() {
    superclass = Option.none();
    return this;
  }

  TestClass extending(String binaryName) {
    superclass = Option.some(binaryName);
    return this;
  }

  TestClass implementing(String... binaryNames) {
    interfaces = Arrays.asList(binaryNames);
    return this;
  }

  TestClass permitting(String... binaryNames) {
    permitted = Arrays.asList(binaryNames);
    return this;
  }

  TestClass field(String fieldName, String descriptor, Modifier... all) {
    return field(fieldName, descriptor, Option.none(), all);
  }

  TestClass constant(String fieldName, String descriptor, Object value) {
    return field(
        fieldName,
        descriptor,
        Option.some(Literal.of(value)),
        Modifier.PUBLIC,
        Modifier.STATIC,
        Modifier.FINAL);
  }

  private TestClass field(
      String fieldName, String descriptor, Option<Literal> constant, Modifier... all) {
    fields.add(
        new FieldAbi(fieldName, descriptor, member(all), Option.none(), constant, Metadata.NONE));
    return this;
  }

  /** A method by its name and descriptor in one. */
  TestClass method(String method, Modifier... all) {
    int end = method.indexOf('(');
    methods.add(
        new MethodAbi(
            method.substring(0, end),
            method.substring(end),
            member(all),
            Option.none(),
            List.of(),
            Option.none(),
            Metadata.NONE));
    return this;
  }

  private static Modifiers member(Modifier... all) {
    return all.length == 0 ? Modifiers.of(Modifier.PUBLIC) : Modifiers.of(all);
  }

  /** Members that only the class itself can use. */
  TestClass hiding(String... members) {
    privateMembers.addAll(Arrays.asList(members));
    return this;
  }

  String name() {
    return name;
  }

  SortedSet<String> privateMembers() {
    return privateMembers;
  }

  ClassAbi abi() {
    return new ClassAbi(
        name,
        modifiers,
        Option.none(),
        Option.none(),
        superclass,
        interfaces,
        permitted,
        List.of(),
        List.of(),
        List.of(),
        fields,
        methods,
        Metadata.NONE);
  }
}
