package dev.loadstone.domain.abi;

import io.vavr.control.Option;
import java.util.Objects;

/**
 * A constant of a primitive type or a string, in one canonical form that no runtime changes:
 * decimal numbers of type {@code float} and {@code double} are in hexadecimal, since runtimes
 * differ in how they print them in decimal.
 *
 * @param text the form: {@code 5}, {@code (byte) 5}, {@code (short) 5}, {@code 5L}, {@code true},
 *     {@code 'c'}, {@code "text"}, {@code 0x1.8p1f} or {@code 0x1.8p1}
 */
public record Literal(String text) {

  public Literal {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Returns the form of a value.
   *
   * @param value a string or the wrapper of a primitive value
   * @return the literal
   * @throws IllegalArgumentException for a value of any other type
   */
  public static Literal of(Object value) {
    if (value instanceof String text) {
      return new Literal(quoted(text, '"'));
    }
    if (value instanceof Character character) {
      return new Literal(quoted(character.toString(), '\''));
    }
    if (value instanceof Integer || value instanceof Boolean) {
      return new Literal(value.toString());
    }
    if (value instanceof Long number) {
      return new Literal(number + "L");
    }
    if (value instanceof Byte number) {
      return new Literal("(byte) " + number);
    }
    if (value instanceof Short number) {
      return new Literal("(short) " + number);
    }
    if (value instanceof Float number) {
      return new Literal(Float.toHexString(number) + "f");
    }
    if (value instanceof Double number) {
      return new Literal(Double.toHexString(number));
    }
    throw new IllegalArgumentException("no constant: " + value.getClass().getName());
  }

  /**
   * Reads the form of a value.
   *
   * @param form the form
   * @return the literal; none where no value has this form
   */
  public static Option<Literal> read(String form) {
    return Option.when(isText(form) || isNumber(form), () -> new Literal(form));
  }

  private static boolean isText(String form) {
    if (form.length() < 2) {
      return false;
    }
    char quote = form.charAt(0);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < form.length() - 1; i++) {
      boolean isEscape = form.charAt(i) == '\\' && i < form.length() - 2;
      text.append(form.charAt(isEscape ? ++i : i));
    }
    return (quote == '"' || (quote == '\'' && text.length() == 1))
        && quoted(text.toString(), quote).equals(form);
  }

  private static boolean isNumber(String form) {
    try {
      return form.equals("true") || form.equals("false") || number(form).text().equals(form);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Literal number(String form) {
    if (form.startsWith("(byte) ")) {
      return of(Byte.valueOf(form.substring(7)));
    }
    if (form.startsWith("(short) ")) {
      return of(Short.valueOf(form.substring(8)));
    }
    if (form.endsWith("L")) {
      return of(Long.valueOf(form.substring(0, form.length() - 1)));
    }
    if (form.endsWith("f")) {
      return of(Float.valueOf(form.substring(0, form.length() - 1)));
    }
    return form.contains("x") || form.endsWith("N") || form.endsWith("y")
        ? of(Double.valueOf(form))
        : of(Integer.valueOf(form));
  }

  private static String quoted(String text, char quote) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.append(quote).toString();
  }

  /**
   * Returns the literal for a reader.
   *
   * @return as it would stand in a source, with decimal fractions
   */
  @Override
  public String toString() {
    String digits = text.endsWith("f") ? text.substring(0, text.length() - 1) : text;
    if (!digits.startsWith("0x") && !digits.startsWith("-0x")) {
      return text;
    }
    double number = Double.parseDouble(digits);
    return text.endsWith("f") ? (float) number + "f" : Double.toString(number);
  }
}
