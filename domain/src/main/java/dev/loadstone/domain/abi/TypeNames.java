package dev.loadstone.domain.abi;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of types and members for readers: simple, unless two types of one message have the same
 * simple name.
 */
public final class TypeNames {

  private static final Pattern NESTED = Pattern.compile("(?<=[^$])\\$(?=[^$\\d])");
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "B", "byte", "C", "char", "D", "double", "F", "float", "I", "int", "J", "long", "S",
          "short", "Z", "boolean", "V", "void");

  private final Set<String> ambiguous;

  private TypeNames(Set<String> ambiguous) {
    this.ambiguous = ambiguous;
  }

  /**
   * Makes names for one message.
   *
   * @param descriptors the descriptors of all fields and methods that the message names
   * @throws IllegalArgumentException if one is neither a field nor a method descriptor
   */
  public static TypeNames among(Collection<String> descriptors) {
    Map<String, Set<String>> byName = new HashMap<>();
    for (String descriptor : descriptors) {
      for (String type : types(descriptor)) {
        String element = Descriptors.elementType(type);
        if (Descriptors.isClass(element)) {
          String name = Descriptors.className(element);
          byName.computeIfAbsent(simple(name), any -> new HashSet<>()).add(name);
        }
      }
    }
    return new TypeNames(
        byName.entrySet().stream()
            .filter(named -> named.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static List<String> types(String descriptor) {
    if (!descriptor.startsWith("(")) {
      Descriptors.requireField(descriptor);
      return List.of(descriptor);
    }
    Descriptors.requireMethod(descriptor);
    List<String> types = Descriptors.parameters(descriptor);
    types.add(Descriptors.returnType(descriptor));
    return types;
  }

  /**
   * Returns the name of a type.
   *
   * @param descriptor a field descriptor, or that of {@code void}
   * @return the name, such as {@code Order} or {@code int[]}
   */
  public String type(String descriptor) {
    String element = Descriptors.elementType(descriptor);
    String name =
        Descriptors.isClass(element)
            ? classNamed(Descriptors.className(element))
            : PRIMITIVES.getOrDefault(element, element);
    return name + "[]".repeat(Descriptors.dimensions(descriptor));
  }

  private String classNamed(String binaryName) {
    String simple = simple(binaryName);
    return ambiguous.contains(simple) ? dotted(binaryName) : simple;
  }

  /**
   * Returns a method's name and parameters.
   *
   * @param owner the binary name of its class
   * @param name its name; {@code <init>} for a constructor
   * @param descriptor its descriptor
   * @return such as {@code method price(Order, int)} or {@code constructor Rule(Order)}
   */
  public String method(String owner, String name, String descriptor) {
    boolean constructor = name.equals(MethodAbi.CONSTRUCTOR);
    return (constructor ? "constructor " : "method ") + call(owner, name, descriptor);
  }

  /**
   * Returns a method's name and parameters, without the word for what it is.
   *
   * @param owner the binary name of its class
   * @param name its name; {@code <init>} for a constructor
   * @param descriptor its descriptor
   * @return such as {@code price(Order, int)} or {@code Rule(Order)}
   */
  public String call(String owner, String name, String descriptor) {
    String simple = simple(owner);
    return (name.equals(MethodAbi.CONSTRUCTOR)
            ? simple.substring(simple.lastIndexOf('.') + 1)
            : name)
        + Descriptors.parameters(descriptor).stream()
            .map(this::type)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * Returns the name of a method's return type.
   *
   * @param descriptor the method's descriptor
   * @return the name, {@code void} where it returns nothing
   */
  public String returnType(String descriptor) {
    return type(Descriptors.returnType(descriptor));
  }

  private static String simple(String binaryName) {
    return dotted(binaryName.substring(binaryName.lastIndexOf('.') + 1));
  }

  private static String dotted(String binaryName) {
    return NESTED.matcher(binaryName).replaceAll(".");
  }
}
