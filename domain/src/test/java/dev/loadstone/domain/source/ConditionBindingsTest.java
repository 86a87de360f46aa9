package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.source.ConditionBindings.Completion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionBindingsTest {

  private static final ConditionBindings X = ConditionBindings.ofPattern(Set.of("x"));
  private static final ConditionBindings Y = ConditionBindings.ofPattern(Set.of("y"));

  @Test
  void not_pattern_introducesWhenFalse() {
    assertThat(X.not()).isEqualTo(new ConditionBindings(Set.of(), Set.of("x")));
    assertThat(X.not().not()).isEqualTo(X);
  }

  @Test
  void ofAnd_operands_introduceTogetherWhenAllAreTrue() {
    assertThat(ConditionBindings.ofAnd(List.of(X, ConditionBindings.none(), Y)))
        .isEqualTo(ConditionBindings.ofPattern(Set.of("x", "y")));
    assertThat(ConditionBindings.ofAnd(List.of(X.not(), Y.not())))
        .isEqualTo(ConditionBindings.none());
  }

  @Test
  void ofOr_operands_introduceTogetherWhenAllAreFalse() {
    assertThat(ConditionBindings.ofOr(List.of(X.not(), Y.not())))
        .isEqualTo(ConditionBindings.ofPattern(Set.of("x", "y")).not());
    assertThat(ConditionBindings.ofOr(List.of(X, Y))).isEqualTo(ConditionBindings.none());
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, NORMAL, ",
    "ABRUPT, ABRUPT, ",
    "ABRUPT, NORMAL, x",
    "NORMAL, ABRUPT, ",
  })
  void afterIf_negatedPattern_isInScopeIfTheFirstStatementAloneEndsAbruptly(
      Completion ofThen, Completion ofElse, @Nullable String variable) {
    assertThat(X.not().afterIf(ofThen, ofElse))
        .isEqualTo(variable == null ? Set.of() : Set.of(variable));
    assertThat(X.afterIf(ofElse, ofThen)).isEqualTo(variable == null ? Set.of() : Set.of(variable));
  }
}
