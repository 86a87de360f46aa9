package dev.loadstone.domain.name;

import java.util.Arrays;
import java.util.Set;

/** What the language allows as a name (JLS 3.8, 3.9). */
public final class JavaNames {

  private static final String PACKAGE_INFO = "package-info";

  private static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "_",
          "true",
          "false",
          "null");

  private JavaNames() {}

  /**
   * {@return whether a text can be the name of a named package (JLS 6.5): identifiers with dots
   * between}
   *
   * @param name the text
   */
  public static boolean isPackageName(String name) {
    return Arrays.stream(name.split("\\.", -1)).allMatch(JavaNames::isTypeIdentifier);
  }

  /**
   * {@return whether a text can be the simple name of a class}
   *
   * @param name the text
   */
  public static boolean isTypeIdentifier(String name) {
    if (name.isEmpty() || RESERVED.contains(name)) {
      return false;
    }
    int point = name.codePointAt(0);
    if (!Character.isJavaIdentifierStart(point)) {
      return false;
    }
    // A loop, as this is on the way of every start.
    for (int i = 0; i < name.length(); i += Character.charCount(point)) {
      point = name.codePointAt(i);
      if (!Character.isJavaIdentifierPart(point) || Character.isIdentifierIgnorable(point)) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return whether a text can be the binary name of a class that a compiler made of sources (JLS
   * 13.1): identifiers with dots between, or the class of an annotated package}
   *
   * @param name the text
   */
  public static boolean isBinaryName(String name) {
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      if (!isPartOfBinaryName(name.substring(start, dot))) {
        return false;
      }
      start = dot + 1;
    }
    String last = name.substring(start);
    return last.equals(PACKAGE_INFO) || isPartOfBinaryName(last);
  }

  // javac leaves ignorable characters out of names, but for the supplementary ones.
  private static boolean isPartOfBinaryName(String name) {
    return isTypeIdentifier(
        name.codePoints()
            .filter(point -> !isKeptIgnorable(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString());
  }

  private static boolean isKeptIgnorable(int point) {
    return Character.isSupplementaryCodePoint(point) && Character.isIdentifierIgnorable(point);
  }
}
