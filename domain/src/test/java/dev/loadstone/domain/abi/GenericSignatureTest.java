package dev.loadstone.domain.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GenericSignatureTest {

  private static final TypeNames NAMES = TypeNames.among(List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      textBlock =
          """
          <T:Ljava/lang/Object;>Ljava/lang/Object;	<T>
          <T::Ljava/lang/Comparable<TT;>;U:Lp/A;:Lp/B;>Lp/Base<TT;>;Lp/I;Lp/J<*>;	<T extends Comparable<T>, U extends A & B> extends Base<T> implements I, J<?>
          Ljava/lang/Object;Ljava/lang/Comparable<Lp/A;>;	implements Comparable<A>
          """)
  void ofClass_signature_isAsInASource(String signature, String text) {
    assertThat(GenericSignature.ofClass(signature, NAMES)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      textBlock =
          """
          <T:Ljava/lang/Object;>(Ljava/util/List<-TT;>;[I)Ljava/util/Map<Ljava/lang/String;+TT;>;	<T> Map<String, ? extends T> m(List<? super T>, int[])
          (TT;)V^TX;^Ljava/io/IOException;	void m(T) throws X, IOException
          (Lp/Outer<TT;>.Inner<[J>.Deep;)Z	boolean m(Outer<T>.Inner<long[]>.Deep)
          """)
  void ofMethod_signature_isAsInASource(String signature, String text) {
    assertThat(GenericSignature.ofMethod(signature, "m", NAMES)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"TT;, T", "[[TT;, T[][]", "Ljava/util/List<*>;, List<?>"})
  void ofField_signature_isAsInASource(String signature, String text) {
    assertThat(GenericSignature.ofField(signature, NAMES)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "L", "L;", "TT", "Lp/A<", "Lp/A<>", "[", "Q", "Lp/A;x", "<T", "()"})
  void anySignature_malformed_isShownAsItIs(String signature) {
    assertThat(GenericSignature.ofField(signature, NAMES))
        .isIn(signature, signature.replace("Lp/A<>", "A<>"));
    assertThat(GenericSignature.ofClass(signature, NAMES)).isNotNull();
    assertThat(GenericSignature.ofMethod(signature, "m", NAMES)).isEqualTo(signature);
  }
}
