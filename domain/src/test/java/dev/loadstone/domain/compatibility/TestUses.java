package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.LambdaReference;
import dev.loadstone.domain.abi.MethodReference;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Builds what a class of a plugin asks of others; owners are among the classes without saying. */
final class TestUses {

  private final SortedSet<String> classes = new TreeSet<>();
  private final SortedSet<String> declared = new TreeSet<>();
  private final SortedSet<String> resolved = new TreeSet<>();
  private final SortedSet<String> instantiated = new TreeSet<>();
  private final SortedSet<FieldReference> fields = new TreeSet<>();
  private final SortedSet<MethodReference> methods = new TreeSet<>();
  private final SortedSet<LambdaReference> lambdas = new TreeSet<>();

  private TestUses() {}

  static TestUses uses() {
    return new TestUses();
  }

  /** Classes that only descriptors name. */
  TestUses naming(String... binaryNames) {
    classes.addAll(Arrays.asList(binaryNames));
    return this;
  }

  /** Classes that its own members name. */
  TestUses declaring(String... binaryNames) {
    declared.addAll(Arrays.asList(binaryNames));
    return this;
  }

  TestUses resolving(String... binaryNames) {
    resolved.addAll(Arrays.asList(binaryNames));
    return naming(binaryNames);
  }

  TestUses making(String binaryName) {
    instantiated.add(binaryName);
    return resolving(binaryName);
  }

  TestUses field(FieldReference.Use use, String owner, String name, String descriptor) {
    fields.add(new FieldReference(owner, name, descriptor, use));
    return resolving(owner);
  }

  TestUses call(MethodReference.Use use, String owner, String method) {
    return call(use, owner, method, use == MethodReference.Use.INTERFACE);
  }

  /** {@code super.m()} of an interface, or its static method. */
  TestUses interfaceCall(MethodReference.Use use, String owner, String method) {
    return call(use, owner, method, true);
  }

  private TestUses call(MethodReference.Use use, String owner, String method, boolean ofInterface) {
    int end = method.indexOf('(');
    methods.add(
        new MethodReference(
            owner, ofInterface, method.substring(0, end), method.substring(end), use));
    return resolving(owner);
  }

  TestUses lambda(String method, String... interfaces) {
    int end = method.indexOf('(');
    lambdas.add(
        new LambdaReference(
            Arrays.asList(interfaces), method.substring(0, end), List.of(method.substring(end))));
    return resolving(interfaces);
  }

  PluginClass by(TestClass user) {
    return new PluginClass(
        user.abi(),
        new ClassReferences(
            classes,
            resolved,
            new TreeSet<>(),
            declared,
            instantiated,
            fields,
            methods,
            lambdas,
            new TreeSet<>()),
        user.privateMembers());
  }
}
