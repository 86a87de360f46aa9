package dev.loadstone.domain.abi;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one class asks of others by its byte code. All sets are sorted. Primitive types and arrays
 * are not among the classes, but an array's elements are; a method that is called on an array is
 * not among the methods. The class itself may be in all of them.
 *
 * @param classes the binary names of the classes that linking and verifying may look for: in
 *     instructions, descriptors, stack maps and exception handlers, supertypes, owners of members
 * @param resolved those of {@code classes} that linking resolves, so that the class must be
 *     accessible to this one (JVMS 5.4.3.1, 5.4.3.5): in instructions, exception handlers, class
 *     literals and method types, supertypes, owners of members; a class that only descriptors and
 *     stack maps name may be one that is not accessible
 * @param mentioned the binary names of those that only reflection would look for: in signatures,
 *     annotations and {@code throws} clauses, among nested and permitted classes; some are in
 *     {@code classes} too
 * @param declared the binary names of those that the descriptors and {@code throws} clauses of its
 *     own fields and methods name, private ones included: whoever asks for the members of the class
 *     looks for all of them; each is in {@code classes} or {@code mentioned} too
 * @param instantiated the binary names of the classes that {@code new} is used with
 * @param fields the fields
 * @param methods the methods and constructors
 * @param lambdas the interfaces that lambda expressions and method references implement
 * @param switches the {@code switch}es over enums and types
 */
public record ClassReferences(
    SortedSet<String> classes,
    SortedSet<String> resolved,
    SortedSet<String> mentioned,
    SortedSet<String> declared,
    SortedSet<String> instantiated,
    SortedSet<FieldReference> fields,
    SortedSet<MethodReference> methods,
    SortedSet<LambdaReference> lambdas,
    SortedSet<SwitchReference> switches) {

  public ClassReferences {
    classes = copy(classes);
    resolved = copy(resolved);
    mentioned = copy(mentioned);
    declared = copy(declared);
    instantiated = copy(instantiated);
    fields = copy(fields);
    methods = copy(methods);
    lambdas = copy(lambdas);
    switches = copy(switches);
  }

  private static <T> SortedSet<T> copy(Collection<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
