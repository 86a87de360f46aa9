package dev.loadstone.adapter.bytecode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/** Says in one form where a type annotation is (JVMS 4.7.20). */
final class TypePlace {

  private TypePlace() {}

  static String of(int typeReference, @Nullable TypePath path, List<String> exceptions) {
    String target = target(new TypeReference(typeReference), exceptions);
    return "type of " + target + (path == null ? "" : " at " + steps(path)) + ": ";
  }

  private static String target(TypeReference reference, List<String> exceptions) {
    return switch (reference.getSort()) {
      case TypeReference.CLASS_TYPE_PARAMETER, TypeReference.METHOD_TYPE_PARAMETER ->
          "type parameter " + reference.getTypeParameterIndex();
      case TypeReference.CLASS_TYPE_PARAMETER_BOUND, TypeReference.METHOD_TYPE_PARAMETER_BOUND ->
          "type parameter "
              + reference.getTypeParameterIndex()
              + " bound "
              + reference.getTypeParameterBoundIndex();
      case TypeReference.CLASS_EXTENDS ->
          reference.getSuperTypeIndex() < 0
              ? "superclass"
              : "interface " + reference.getSuperTypeIndex();
      case TypeReference.METHOD_RETURN -> "return";
      case TypeReference.METHOD_RECEIVER -> "receiver";
      case TypeReference.METHOD_FORMAL_PARAMETER ->
          "parameter " + reference.getFormalParameterIndex();
      // The order of exceptions does not count, so neither does the index of one.
      case TypeReference.THROWS -> "exception " + exceptions.get(reference.getExceptionIndex());
      default -> "target " + reference.getSort();
    };
  }

  /** In the form of {@code TypePath.toString}, which asserts that the path is well-formed. */
  private static String steps(TypePath path) {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < path.getLength(); i++) {
      switch (path.getStep(i)) {
        case TypePath.ARRAY_ELEMENT -> steps.append('[');
        case TypePath.INNER_TYPE -> steps.append('.');
        case TypePath.WILDCARD_BOUND -> steps.append('*');
        case TypePath.TYPE_ARGUMENT -> steps.append(path.getStepArgument(i)).append(';');
        default -> throw new Malformed("has a type annotation at an unknown place");
      }
    }
    return steps.toString();
  }
}
