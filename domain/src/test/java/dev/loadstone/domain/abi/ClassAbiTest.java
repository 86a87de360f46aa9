package dev.loadstone.domain.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import io.vavr.control.Try;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassAbiTest {

  private static final String RULE =
      """
      class com.acme.Outer$Rule
      modifiers protected abstract static
      nested-in com.acme.Outer
      nested-as Rule
      linked-as public abstract
      signature <T:Ljava/lang/Object;>Ljava/lang/Object;Lcom/acme/Base<TT;>;
      superclass java.lang.Object
      interface com.acme.Base
      interface com.acme.AlsoBase
      permits com.acme.Outer$RuleA
      annotation @com.acme.Limit(value = "a\\\\b")
      component order Lcom/acme/Order;
       annotation @com.acme.Positive()
      enum-constant B
      enum-constant A
      member-class com.acme.Outer$Rule$Kind
       simple-name Kind
       modifiers public static
      field LIMIT I
       modifiers public static final
       constant 5
       attribute e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 Strange name
      method <init> ()V
       modifiers protected
      method pri\\u0020ce (Lcom/acme/Order;I)V
       modifiers public abstract
       throws java.io.IOException
       throws java.lang.Error
      """;

  static LongStream seeds() {
    return new Random(4).longs(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parse_ofText_givesTheAbi(long seed) {
    ClassAbi type = new RandomAbi(new Random(seed)).type();

    ClassAbi parsed = ClassAbi.parse(type.text()).get();

    assertThat(parsed).isEqualTo(type);
    assertThat(parsed.text()).isEqualTo(type.text());
  }

  @Test
  void text_ofAllParts_isReadable() {
    ClassAbi type = ClassAbi.parse(RULE).get();

    assertThat(type.text()).isEqualTo(RULE);
    assertThat(type.metadata().annotations()).containsExactly("@com.acme.Limit(value = \"a\\b\")");
    assertThat(type.methods().get(1).name()).isEqualTo("pri ce");
    assertThat(type.linkageModifiers()).isEqualTo(Modifiers.of(Modifier.ABSTRACT, Modifier.PUBLIC));
  }

  @Test
  void digest_always_isThatOfTheTextInUtf8() {
    ClassAbi type = ClassAbi.parse(RULE).get();

    assertThat(type.digest()).isEqualTo(Digest.of(Bytes.ofUtf8(RULE)));
  }

  @Test
  void text_ofDifferentAbis_differs() {
    assertThat(seeds().mapToObj(seed -> new RandomAbi(new Random(seed)).type()).distinct())
        .extracting(ClassAbi::text)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "class",
        "class A",
        "class A\n",
        "class A\nmodifiers",
        "class A\nmodifiers \nmodifiers \n",
        "class A\nmodifiers shiny\n",
        "class A\nmodifiers final public\n",
        "class A\nmodifiers public  final\n",
        "class A\nmodifiers \nsuperclass B\nsignature C\n",
        "class A\nmodifiers \nfield LIMIT\n",
        "class A\nmodifiers \nfield LIMIT I\n",
        "class A\nmodifiers \nfield LIMIT Q\n modifiers \n",
        "class A\nmodifiers \nfield LIMIT Ljava/lang/Object\n modifiers \n",
        "class A\nmodifiers \nfield b I\n modifiers \nfield a I\n modifiers \n",
        "class A\nmodifiers \nmethod a I\n modifiers \n",
        "class A\nmodifiers \nmethod a (I\n modifiers \n",
        "class A\nmodifiers \nmethod a (V)V\n modifiers \n",
        "class A\nmodifiers \nattribute 00 X\n",
        "class A\nmodifiers \nnested-in B\n",
        "class A\nmodifiers \nunknown B\n",
        "class A\r\nmodifiers \r\n",
        "class A\nmodifiers \n\n",
        "class \\x\nmodifiers \n",
        "class \\\nmodifiers \n",
        "class \\u00\nmodifiers \n",
        "class \\u+041\nmodifiers \n",
        "class \\u0041\nmodifiers \n",
        "class \\u000A\nmodifiers \n"
      })
  void parse_malformed_isIllegalArgument(String text) {
    Try<ClassAbi> parsed = ClassAbi.parse(text);

    assertThat(parsed.getCause())
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void parse_cutOffAnywhere_isIllegalArgumentOrShorter() {
    IntStream.range(0, RULE.length())
        .mapToObj(end -> RULE.substring(0, end))
        .forEach(
            text -> {
              Try<ClassAbi> parsed = ClassAbi.parse(text);

              assertThat(parsed.isSuccess() ? parsed.get().text() : text).isEqualTo(text);
              assertThat(parsed.failed().getOrElse(new IllegalArgumentException()))
                  .isInstanceOf(IllegalArgumentException.class);
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parse_anyCharacterChanged_isIllegalArgumentOrAnotherAbi(long seed) {
    Random random = new Random(seed);
    StringBuilder changed = new StringBuilder(RULE);
    changed.setCharAt(random.nextInt(RULE.length()), " \n\\uL;()a".charAt(random.nextInt(9)));

    Try<ClassAbi> parsed = ClassAbi.parse(changed.toString());

    assertThat(parsed.isSuccess() ? parsed.get().text() : changed.toString())
        .isEqualTo(changed.toString());
    assertThat(parsed.failed().getOrElse(new IllegalArgumentException()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
