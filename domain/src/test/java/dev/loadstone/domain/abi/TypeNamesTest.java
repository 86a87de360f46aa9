package dev.loadstone.domain.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price  | (Lcom/acme/Order;I)V       | method price(Order, int)",
        "price  | ()Lcom/acme/Order;         | method price()",
        "<init> | (J[[Ljava/util/Map$Entry;)V | constructor Rule(long, Map.Entry[][])",
        "price  | (LOrder;Lcom/acme/Outer$1;)V | method price(Order, Outer$1)",
        "price  | (Lcom/acme/$Proxy;)V       | method price($Proxy)"
      })
  void method_ofDescriptor_hasSimpleNames(String name, String descriptor, String words) {
    TypeNames names = TypeNames.among(List.of(descriptor));

    assertThat(names.method("com.acme.Rule", name, descriptor)).isEqualTo(words);
  }

  @Test
  void method_ofTypesWithOneSimpleName_hasFullNames() {
    String before = "(Lcom/acme/Order;I)V";
    String now = "([Lorg/other/Order;I)Lcom/acme/Price;";

    TypeNames names = TypeNames.among(List.of(before, now));

    assertThat(names.method("com.acme.Rule", "price", before))
        .isEqualTo("method price(com.acme.Order, int)");
    assertThat(names.call("com.acme.Rule", "price", now))
        .isEqualTo("price(org.other.Order[], int)");
    assertThat(names.returnType(before)).isEqualTo("void");
    assertThat(names.returnType(now)).isEqualTo("Price");
  }

  @Test
  void call_ofConstructorOfNestedClass_hasItsSimpleName() {
    TypeNames names = TypeNames.among(List.of("()V"));

    assertThat(names.call("com.acme.Outer$Inner", "<init>", "()V")).isEqualTo("Inner()");
  }

  @ParameterizedTest
  @CsvSource({"I,int", "[Z,boolean[]", "Ljava/util/List;,List", "V,void"})
  void type_ofDescriptor_isItsName(String descriptor, String name) {
    assertThat(TypeNames.among(List.of()).type(descriptor)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "[", "V", "L;", "La", "La;b", "La//b;", "L/a;", "La/;", "La.b;", "La[b;", "II", "(",
        "()", "()VV", "(V)V", "(I", "()[V", "Q"
      })
  void among_malformedDescriptor_isIllegalArgument(String descriptor) {
    assertThatThrownBy(() -> TypeNames.among(List.of(descriptor)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void among_descriptorOfTooManyDimensions_isIllegalArgument() {
    assertThat(TypeNames.among(List.of("[".repeat(255) + "I"))).isNotNull();
    assertThatThrownBy(() -> TypeNames.among(List.of("[".repeat(256) + "I")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
