package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReferencedNamesTest {

  private final LexicalScope scope = new LexicalScope();
  private final ReferencedNames names = new ReferencedNames(scope);

  @Test
  void sorted_namesInAnyOrder_areThereOnce() {
    names.addType(List.of("b", "C"));
    names.addType(List.of("A"));
    names.addAmbiguous(List.of("A"));

    assertThat(names.sorted()).containsExactly("A", "b.C");
  }

  @Test
  void addType_declaredType_isLeftOutInItsFrameAlone() {
    scope.open();
    scope.declareType("A");
    scope.open();
    names.addType(List.of("A", "B"));
    scope.close();
    scope.close();

    assertThat(names.sorted()).isEmpty();

    names.addType(List.of("A", "B"));

    assertThat(names.sorted()).containsExactly("A.B");
  }

  @Test
  void add_variable_obscuresAnAmbiguousNameAndNoType() {
    scope.open();
    scope.declareVariables(List.of("a", "b"));
    scope.declareVariable("c");
    List.of("a", "b", "c").forEach(variable -> names.addAmbiguous(List.of(variable, "D")));

    assertThat(names.sorted()).isEmpty();

    names.addType(List.of("a", "D"));

    assertThat(names.sorted()).containsExactly("a.D");
  }

  @Test
  void add_whatIsNoName_isLeftOut() {
    names.addType(List.of("var"));
    names.addAmbiguous(List.of("this", "A"));
    names.addAmbiguous(List.of("super"));

    assertThat(names.sorted()).isEmpty();
  }
}
