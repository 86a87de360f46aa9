package dev.loadstone.domain.name;

import java.util.Arrays;
import java.util.Set;

/** What the language allows as a name (JLS 3.8, 3.9). */
public final class JavaNames {

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
   * Tells whether a text can be the name of a named package (JLS 6.5): identifiers with dots
   * between.
   *
   * @param name the text
   * @return whether it can
   */
  public static boolean isPackageName(String name) {
    return Arrays.stream(name.split("\\.", -1)).allMatch(JavaNames::isTypeIdentifier);
  }

  /**
   * Tells whether a text can be the simple name of a class.
   *
   * @param name the text
   * @return whether it can
   */
  public static boolean isTypeIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart)
        && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
        && !RESERVED.contains(name);
  }
}
