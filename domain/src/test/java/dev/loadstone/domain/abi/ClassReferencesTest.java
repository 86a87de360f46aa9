package dev.loadstone.domain.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ClassReferencesTest {

  private static final FieldReference FIELD =
      new FieldReference("com.acme.Rule", "LIMIT", "I", FieldReference.Use.GET_STATIC);
  private static final MethodReference METHOD =
      new MethodReference("com.acme.Rule", true, "price", "()V", MethodReference.Use.INTERFACE);
  private static final LambdaReference LAMBDA =
      new LambdaReference(List.of("com.acme.Rule"), "price", List.of("()V"));

  private static <T> SortedSet<T> set(List<T> values) {
    return new TreeSet<>(values);
  }

  @Test
  void references_whoseSetsChangeLater_stayTheSame() {
    SortedSet<String> classes = new TreeSet<>(List.of("com.acme.Rule"));

    ClassReferences references =
        new ClassReferences(
            classes,
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            set(List.of(FIELD)),
            set(List.of(METHOD)),
            set(List.of(LAMBDA)),
            new TreeSet<>());
    classes.clear();

    assertThat(references.classes()).containsExactly("com.acme.Rule");
    assertThatThrownBy(() -> references.methods().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void order_always_tellsApartWhatDiffers() {
    assertThat(
            set(
                List.of(
                    FIELD,
                    new FieldReference(
                        "com.acme.Rule", "LIMIT", "I", FieldReference.Use.PUT_STATIC),
                    new FieldReference(
                        "com.acme.Rule", "LIMIT", "J", FieldReference.Use.GET_STATIC))))
        .hasSize(3);
    assertThat(
            set(
                List.of(
                    METHOD,
                    new MethodReference(
                        "com.acme.Rule", false, "price", "()V", MethodReference.Use.INTERFACE),
                    new MethodReference(
                        "com.acme.Rule", true, "price", "()V", MethodReference.Use.STATIC))))
        .hasSize(3);
    assertThat(
            set(
                List.of(
                    LAMBDA,
                    new LambdaReference(List.of("com.acme.Rule"), "price", List.of("()V", "()I")),
                    new LambdaReference(List.of("com.acme.Rule", "B"), "price", List.of("()V")))))
        .hasSize(3);
  }

  @Test
  void references_withMalformedDescriptor_areRefused() {
    assertThatThrownBy(() -> new LambdaReference(List.of("A"), "a", List.of("I")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new MethodReference("A", true, "a", "()", MethodReference.Use.INTERFACE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FieldReference("A", "a", "V", FieldReference.Use.GET_FIELD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
