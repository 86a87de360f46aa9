package dev.loadstone.domain.abi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModifiersTest {

  @ParameterizedTest
  @CsvSource({
    "PUBLIC,PUBLIC",
    "PROTECTED,PROTECTED",
    "PRIVATE,PRIVATE",
    "STATIC,PACKAGE",
  })
  void access_ofModifier_isWhatItGives(Modifier modifier, Access access) {
    assertThat(Modifiers.of(modifier, Modifier.FINAL).access()).isEqualTo(access);
  }

  @Test
  void toString_ofSeveral_hasTheirFixedOrder() {
    assertThat(Modifiers.of(Modifier.FINAL, Modifier.STATIC, Modifier.PUBLIC))
        .hasToString("public static final")
        .isEqualTo(Modifiers.of(Modifier.PUBLIC, Modifier.FINAL, Modifier.STATIC));
    assertThat(Modifiers.of()).hasToString("");
  }
}
