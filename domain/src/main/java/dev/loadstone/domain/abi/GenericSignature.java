package dev.loadstone.domain.abi;

import java.util.ArrayList;
import java.util.List;

/** Signatures of JVMS 4.7.9.1 as they would stand in a source, for readers. */
public final class GenericSignature {

  private static final char END = ';';
  private static final char OPEN = '<';
  private static final char CLOSE = '>';
  private static final int DEEPEST = 100;

  private final String signature;
  private final TypeNames names;
  private int at;
  private int depth;

  private GenericSignature(String signature, TypeNames names) {
    this.signature = signature;
    this.names = names;
  }

  /**
   * Shows a class's signature.
   *
   * @param signature the signature
   * @param names names of types
   * @return such as {@code <T extends Comparable<T>> extends Base<T> implements Order}; the
   *     signature itself where it is malformed
   */
  public static String ofClass(String signature, TypeNames names) {
    GenericSignature parser = new GenericSignature(signature, names);
    return parser.orRaw(parser::wholeClass);
  }

  /**
   * Shows a method's signature.
   *
   * @param signature the signature
   * @param name the method's name, or that of a constructor's class
   * @param names names of types
   * @return such as {@code <T> List<T> sorted(List<T>)}; the signature itself where it is malformed
   */
  public static String ofMethod(String signature, String name, TypeNames names) {
    GenericSignature parser = new GenericSignature(signature, names);
    return parser.orRaw(() -> parser.wholeMethod(name));
  }

  /**
   * Shows the signature of a field or record component.
   *
   * @param signature the signature
   * @param names names of types
   * @return such as {@code List<? extends Order>}; the signature itself where it is malformed
   */
  public static String ofField(String signature, TypeNames names) {
    GenericSignature parser = new GenericSignature(signature, names);
    return parser.orRaw(parser::type);
  }

  private interface Part {
    String read() throws Malformed;
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private String orRaw(Part whole) {
    try {
      String text = whole.read();
      return at == signature.length() ? text : signature;
    } catch (Malformed e) {
      return signature; // It only has to be shown, and was the same text to whoever compared it.
    }
  }

  private String wholeClass() throws Malformed {
    String parameters = typeParameters();
    String superclass = type();
    List<String> interfaces = new ArrayList<>();
    while (at < signature.length()) {
      interfaces.add(type());
    }
    return (parameters
            + (superclass.equals("Object") ? "" : " extends " + superclass)
            + (interfaces.isEmpty() ? "" : " implements " + String.join(", ", interfaces)))
        .strip();
  }

  private String wholeMethod(String name) throws Malformed {
    String typeParameters = typeParameters();
    take('(');
    List<String> parameters = new ArrayList<>();
    while (peek() != ')') {
      parameters.add(type());
    }
    take(')');
    String returned = type();
    List<String> thrown = new ArrayList<>();
    while (at < signature.length()) {
      take('^');
      thrown.add(type());
    }
    return (typeParameters.isEmpty() ? "" : typeParameters + " ")
        + returned
        + " "
        + name
        + "("
        + String.join(", ", parameters)
        + ")"
        + (thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown));
  }

  private String typeParameters() throws Malformed {
    if (peek() != OPEN) {
      return "";
    }
    take(OPEN);
    List<String> parameters = new ArrayList<>();
    while (peek() != CLOSE) {
      parameters.add(typeParameter());
    }
    take(CLOSE);
    return OPEN + String.join(", ", parameters) + CLOSE;
  }

  private String typeParameter() throws Malformed {
    String name = until(':');
    List<String> bounds = new ArrayList<>();
    while (peek() == ':') {
      take(':');
      if (peek() != ':') {
        bounds.add(type());
      }
    }
    bounds.remove("Object");
    return bounds.isEmpty() ? name : name + " extends " + String.join(" & ", bounds);
  }

  // What is nested deeper than anybody writes is shown as it is.
  private String type() throws Malformed {
    if (++depth > DEEPEST) {
      throw new Malformed();
    }
    String type = nextType();
    depth--;
    return type;
  }

  private String nextType() throws Malformed {
    char first = peek();
    return switch (first) {
      case 'L' -> classType();
      case 'T' -> typeVariable();
      case '[' -> {
        take('[');
        yield type() + "[]";
      }
      case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z', 'V' -> {
        take(first);
        yield names.type(String.valueOf(first));
      }
      default -> throw new Malformed();
    };
  }

  private String typeVariable() throws Malformed {
    take('T');
    String name = until(END);
    take(END);
    return name;
  }

  private String classType() throws Malformed {
    take('L');
    StringBuilder text = new StringBuilder();
    StringBuilder binaryName = new StringBuilder(nameOfClass());
    text.append(named(binaryName)).append(arguments());
    while (peek() == '.') {
      take('.');
      String member = nameOfClass();
      binaryName.append('$').append(member);
      text.append('.').append(member).append(arguments());
    }
    take(END);
    return text.toString();
  }

  private String named(CharSequence internalName) throws Malformed {
    try {
      return names.type("L" + internalName + END);
    } catch (IllegalArgumentException e) {
      throw new Malformed();
    }
  }

  private String nameOfClass() throws Malformed {
    int start = at;
    while (peek() != END && peek() != OPEN && peek() != '.') {
      at++;
    }
    if (start == at) {
      throw new Malformed();
    }
    return signature.substring(start, at);
  }

  private String arguments() throws Malformed {
    if (peek() != OPEN) {
      return "";
    }
    take(OPEN);
    List<String> arguments = new ArrayList<>();
    while (peek() != CLOSE) {
      arguments.add(argument());
    }
    take(CLOSE);
    return OPEN + String.join(", ", arguments) + CLOSE;
  }

  private String argument() throws Malformed {
    return switch (peek()) {
      case '*' -> {
        take('*');
        yield "?";
      }
      case '+' -> {
        take('+');
        yield "? extends " + type();
      }
      case '-' -> {
        take('-');
        yield "? super " + type();
      }
      default -> type();
    };
  }

  private String until(char end) throws Malformed {
    int start = at;
    while (peek() != end) {
      at++;
    }
    return signature.substring(start, at);
  }

  private char peek() throws Malformed {
    if (at >= signature.length()) {
      throw new Malformed();
    }
    return signature.charAt(at);
  }

  private void take(char expected) throws Malformed {
    if (peek() != expected) {
      throw new Malformed();
    }
    at++;
  }
}
