package dev.loadstone.domain.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.content.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecordedAbisTest {

  private static final ClassAbi FIRST = ClassAbi.parse("class a.B\nmodifiers public\n").get();
  private static final ClassAbi SECOND =
      ClassAbi.parse("class a.C\nmodifiers \nfield class I\n modifiers public\n").get();

  @Test
  void of_classesInAnyOrder_givesOneTextThatReadsBack() {
    RecordedAbis abis = RecordedAbis.of(List.of(SECOND, FIRST));

    assertThat(abis).isEqualTo(RecordedAbis.of(List.of(FIRST, SECOND)));
    assertThat(abis.text().toUtf8String()).isEqualTo(FIRST.text() + SECOND.text());
    assertThat(abis.read()).isEqualTo(Map.of("a.B", FIRST, "a.C", SECOND));
    assertThat(abis.isEmpty()).isFalse();
  }

  @Test
  void none_isEmpty() {
    assertThat(RecordedAbis.NONE.isEmpty()).isTrue();
    assertThat(RecordedAbis.NONE.read()).isEmpty();
    assertThat(RecordedAbis.of(List.of())).isEqualTo(RecordedAbis.NONE);
  }

  @Test
  void read_oneIsMalformed_givesTheOthers() {
    RecordedAbis abis =
        new RecordedAbis(Bytes.ofUtf8("nonsense\nclass a.A\nnonsense\n" + FIRST.text() + "class "));

    assertThat(abis.read()).isEqualTo(Map.of("a.B", FIRST));
  }
}
