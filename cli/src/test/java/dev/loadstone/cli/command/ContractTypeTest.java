package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractTypeTest {

  /** A generic class with inner ones. */
  @SuppressWarnings("ClassCanBeStatic") // Inner classes are what is tested.
  public static class Outer<A> {
    /** Generic itself. */
    public class Inner<B> {}

    /** Not generic itself. */
    public class Plain {}
  }

  private static final String HERE = "dev.loadstone.cli.command.ContractTypeTest$Outer";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang.Runnable | java.lang.Runnable",
        "java.util.List | java.util.List",
        "java.util.List<java.math.BigDecimal> | java.util.List<java.math.BigDecimal>",
        "java.util.Map< java.lang.String ,java.util.List<java.lang.Long> > | java.util.Map<java.lang.String, java.util.List<java.lang.Long>>",
        "java.util.Map.Entry<java.lang.String,byte[]> | java.util.Map$Entry<java.lang.String, byte[]>",
        "java.util.List<java.util.List<?>> | java.util.List<java.util.List<?>>",
        "java.util.List<java.util.List<? extends java.lang.Number>> | java.util.List<java.util.List<? extends java.lang.Number>>",
        "java.util.List<java.util.List<?super java.lang.Long>> | java.util.List<java.util.List<? super java.lang.Long>>",
        "java.util.List<int[][]> | java.util.List<int[][]>",
        "java.util.List<java.util.List<java.lang.Long>[]> | java.util.List<java.util.List<java.lang.Long>[]>",
        HERE
            + "<java.lang.Long>.Inner<java.lang.String> | "
            + HERE
            + "<java.lang.Long>.Inner<java.lang.String>",
        HERE + "<java.lang.Long>.Plain | " + HERE + "<java.lang.Long>.Plain",
      })
  void parse_type_isThatType(String text, String type) {
    assertThat(ContractType.parse(text, getClass().getClassLoader()).getTypeName()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "int",
        "List<java.lang.String>",
        "java.util.List<String>",
        "java.util.List<int>",
        "java.util.List<>",
        "java.util.List<java.lang.String",
        "java.util.List<java.lang.String>>",
        "java.util.List<java.lang.String>x",
        "java.util.List<java.lang.String,java.lang.String>",
        "java.util.Map<java.lang.String>",
        "java.lang.String<java.lang.String>",
        "java.util.List<java.lang.String[>",
        "java.util.List<? extends>",
        "java.util.List java.lang.String",
        HERE + "<java.lang.Long>.Missing"
      })
  void parse_whatIsNoType_isWrongUse(String text) {
    assertThatThrownBy(() -> ContractType.parse(text, getClass().getClassLoader()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--contract: ");
  }
}
