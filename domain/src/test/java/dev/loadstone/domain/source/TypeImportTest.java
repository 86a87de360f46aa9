package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.source.TypeImport.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeImportTest {

  @ParameterizedTest
  @CsvSource({
    "SINGLE, a.b.T, a.b.T, T",
    "ON_DEMAND, a.b, a.b, b",
    "ON_DEMAND, a, a, a",
    "STATIC, a.T.m, a.T, m",
    "STATIC, T, '', T",
    "STATIC_ON_DEMAND, a.T, a.T, T",
  })
  void names_form_decidesWhatIsTheType(Form form, String name, String type, String simple) {
    TypeImport declaration = new TypeImport(name, form);

    assertThat(declaration.typeName()).isEqualTo(type);
    assertThat(declaration.simpleName()).isEqualTo(simple);
  }

  @Test
  void references_namesInAnyOrder_areSortedAndThereOnce() {
    TypeReferences references = new TypeReferences(List.of(), List.of("b.C", "A", "b.C"));

    assertThat(references.names()).containsExactly("A", "b.C");
  }
}
