package dev.loadstone.domain.abi;

import java.util.ArrayList;
import java.util.List;

/** The grammar of descriptors (JVMS 4.3). */
final class Descriptors {

  private static final int MOST_DIMENSIONS = 255;
  private static final String VOID = "V";

  private Descriptors() {}

  static void requireField(String descriptor) {
    if (typeEnd(descriptor, 0) != descriptor.length()) {
      throw malformed(descriptor);
    }
  }

  static void requireMethod(String descriptor) {
    requireReturn(descriptor, parametersEnd(descriptor, new ArrayList<>()) + 1);
  }

  /** The field descriptors of a method's parameters, in their order. */
  static List<String> parameters(String methodDescriptor) {
    List<String> parameters = new ArrayList<>();
    parametersEnd(methodDescriptor, parameters);
    return parameters;
  }

  /** A field descriptor, or {@code V}. */
  static String returnType(String methodDescriptor) {
    return methodDescriptor.substring(methodDescriptor.lastIndexOf(')') + 1);
  }

  /** The descriptor of an array's elements, or of what is no array itself. */
  static String elementType(String fieldDescriptor) {
    return fieldDescriptor.substring(dimensions(fieldDescriptor));
  }

  static int dimensions(String fieldDescriptor) {
    int dimensions = 0;
    while (fieldDescriptor.charAt(dimensions) == '[') {
      dimensions++;
    }
    return dimensions;
  }

  static boolean isClass(String elementDescriptor) {
    return elementDescriptor.charAt(0) == 'L';
  }

  /** The binary name in the descriptor of a class. */
  static String className(String classDescriptor) {
    return classDescriptor.substring(1, classDescriptor.length() - 1).replace('/', '.');
  }

  private static void requireReturn(String descriptor, int start) {
    if (!descriptor.substring(start).equals(VOID)
        && typeEnd(descriptor, start) != descriptor.length()) {
      throw malformed(descriptor);
    }
  }

  private static int parametersEnd(String descriptor, List<String> parameters) {
    if (descriptor.isEmpty() || descriptor.charAt(0) != '(') {
      throw malformed(descriptor);
    }
    int start = 1;
    while (start < descriptor.length() && descriptor.charAt(start) != ')') {
      int end = typeEnd(descriptor, start);
      parameters.add(descriptor.substring(start, end));
      start = end;
    }
    if (start == descriptor.length()) {
      throw malformed(descriptor);
    }
    return start;
  }

  private static int typeEnd(String descriptor, int start) {
    int element = start;
    while (element < descriptor.length() && descriptor.charAt(element) == '[') {
      element++;
    }
    if (element == descriptor.length() || element - start > MOST_DIMENSIONS) {
      throw malformed(descriptor);
    }
    return switch (descriptor.charAt(element)) {
      case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z' -> element + 1;
      case 'L' -> classEnd(descriptor, element);
      default -> throw malformed(descriptor);
    };
  }

  private static int classEnd(String descriptor, int start) {
    int end = descriptor.indexOf(';', start);
    if (end <= start + 1) {
      throw malformed(descriptor);
    }
    for (int i = start + 1; i < end; i++) {
      char c = descriptor.charAt(i);
      boolean emptyPart =
          c == '/' && (i == start + 1 || i == end - 1 || descriptor.charAt(i - 1) == '/');
      if (c == '.' || c == '[' || emptyPart) {
        throw malformed(descriptor);
      }
    }
    return end + 1;
  }

  private static IllegalArgumentException malformed(String descriptor) {
    return new IllegalArgumentException("malformed descriptor: " + descriptor);
  }
}
