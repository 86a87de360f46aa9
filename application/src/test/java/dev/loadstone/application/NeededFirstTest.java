package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NeededFirstTest {

  /** A line says for each number what it needs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          -                 > 0
          -, -, -           > 0 1 2
          1, 2, -           > 2 1 0
          -, 0, 1           > 0 1 2
          2, -, -           > 1 2 0
          2, 2, -           > 2 0 1
          1 2, 3, 3, -      > 3 1 2 0
          0, 1              > 0 1
          1, 0              > 0 1
          1, 2, 0, -        > 0 1 2 3
          2, 3, 0, -        > 0 2 3 1
          1, 2, 1 3, 3      > 3 1 2 0
          1 1 1, 2 2, -     > 2 1 0
          1, 0 2, 3, 2      > 2 3 0 1
          3, 3, 4, 4 0, -   > 4 0 3 1 2
          """)
  void sort_needs_putsThemFirst(String needs, String expected) {
    assertThat(
            NeededFirst.sort(
                Stream.of(needs.split(", ", -1)).map(NeededFirstTest::numbers).toList()))
        .isEqualTo(numbers(expected));
  }

  @Test
  void sort_nothing_givesNothing() {
    assertThat(NeededFirst.sort(List.of())).isEmpty();
  }

  @Test
  void sort_longChainAndLongCycle_overflowsNoStack() {
    int length = 100_000;
    List<List<Integer>> chain =
        IntStream.range(0, length)
            .mapToObj(i -> i + 1 < length ? List.of(i + 1) : List.<Integer>of())
            .toList();
    List<List<Integer>> cycle =
        IntStream.range(0, length).mapToObj(i -> List.of((i + 1) % length)).toList();

    assertThat(NeededFirst.sort(chain)).startsWith(length - 1, length - 2).endsWith(1, 0);
    assertThat(NeededFirst.sort(cycle)).isSorted().hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sort_randomNeedsWithoutCycles_neverPutsANeedBehind(long seed) {
    Random random = new Random(seed);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
    Collections.shuffle(shuffled, random);
    List<List<Integer>> needs = new ArrayList<>();
    IntStream.range(0, 200).forEach(i -> needs.add(new ArrayList<>()));
    for (int i = 1; i < 200; i++) {
      for (int edge = 0; edge < 3; edge++) {
        needs.get(shuffled.get(i)).add(shuffled.get(random.nextInt(i)));
      }
    }

    List<Integer> sorted = NeededFirst.sort(needs);

    assertThat(sorted).containsExactlyInAnyOrderElementsOf(shuffled);
    IntStream.range(0, 200)
        .forEach(
            position ->
                assertThat(sorted.subList(0, position))
                    .containsAll(needs.get(sorted.get(position))));
  }

  private static List<Integer> numbers(String text) {
    return text.equals("-")
        ? List.of()
        : Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
  }
}
