package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.Literal;

/** Constant values (JVMS 4.7.2), which hold the small types as {@code int}. */
final class Constants {

  private Constants() {}

  static Literal literal(String descriptor, Object constant) {
    return Literal.of(constant instanceof Integer number ? value(descriptor, number) : constant);
  }

  private static Object value(String descriptor, Integer number) {
    return switch (descriptor) {
      case "Z" -> number != 0;
      case "B" -> number.byteValue();
      case "S" -> number.shortValue();
      case "C" -> (char) number.intValue();
      default -> number;
    };
  }
}
