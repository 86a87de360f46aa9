package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EvictionOrderTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  /** The one that stays: base names N, request R, build B, files F. */
  private static final StoredEntry STORED = entry("N R B F stored");

  static List<Arguments> orders() {
    return List.of(
        Arguments.of("nothing else", List.of(), List.of()),
        Arguments.of(
            "older versions before the same base names before others",
            List.of("M Q B F 1", "N Q B G 2", "N Q B F 3"),
            List.of("N Q B F 3", "N Q B G 2", "M Q B F 1")),
        Arguments.of(
            "the one used longest ago among older versions",
            List.of("N Q B F 3", "N P B F 1", "N O B F 2"),
            List.of("N P B F 1", "N O B F 2", "N Q B F 3")),
        Arguments.of(
            "the one used longest ago among the same base names",
            List.of("N Q B G 2", "N P B H 1"),
            List.of("N P B H 1", "N Q B G 2")),
        Arguments.of(
            "the one used longest ago among others",
            List.of("M Q B F 2", "L P B F 1", "K O B F 3"),
            List.of("L P B F 1", "M Q B F 2", "K O B F 3")),
        Arguments.of(
            "an older version of another build is one, too",
            List.of("M Q B F 1", "N Q A F 2"),
            List.of("N Q A F 2", "M Q B F 1")),
        Arguments.of(
            "the same request for another host or by another build is like any other",
            List.of("N R B F 2", "N R A F 3", "M Q B F 1", "N Q B F 4"),
            List.of("N Q B F 4", "M Q B F 1", "N R B F 2", "N R A F 3")),
        Arguments.of(
            "the same files with other base names are no older version",
            List.of("M Q B F 2", "L Q B G 1"),
            List.of("L Q B G 1", "M Q B F 2")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void of_entries_areOrdered(String rule, List<String> entries, List<String> expected) {
    List<EntryState> states = new ArrayList<>(entries.stream().map(each -> state(each)).toList());
    states.add(new EntryState(STORED, Instant.EPOCH, 1));

    List<EntryState> order = EvictionOrder.of(STORED, states, NOW);

    assertThat(order)
        .extracting(state -> state.stored().file().toString())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void of_timesThatLieAhead_countAsLongestAgo() {
    EntryState in2100 = at("M Q B F a", Instant.parse("2100-01-01T00:00:00Z"));
    EntryState inAnHour = at("M Q B F b", NOW.plusSeconds(3600));
    EntryState in1970 = at("M Q B F c", Instant.EPOCH);
    EntryState before1970 = at("M Q B F d", Instant.EPOCH.minusSeconds(86_400));
    EntryState justNow = at("M Q B F e", NOW);
    EntryState coarse = at("M Q B F f", NOW.plusSeconds(1));

    List<EntryState> order =
        EvictionOrder.of(
            STORED, List.of(coarse, justNow, in1970, in2100, before1970, inAnHour), NOW);

    assertThat(order).containsExactly(inAnHour, in2100, before1970, in1970, justNow, coarse);
  }

  @Test
  void of_sameTimes_areOrderedByName() {
    EntryState a = at("M Q B F a", NOW);
    EntryState b = at("M Q B F b", NOW);

    assertThat(EvictionOrder.of(STORED, List.of(b, a), NOW)).containsExactly(a, b);
  }

  private static EntryState state(String entry) {
    return at(entry, Instant.ofEpochSecond(Long.parseLong(entry.substring(8))));
  }

  private static EntryState at(String entry, Instant lastUsed) {
    return new EntryState(entry(entry), lastUsed, 1);
  }

  private static StoredEntry entry(String text) {
    String[] parts = text.split(" ", -1);
    return new StoredEntry(
        parts[0], new EntryName(parts[1], parts[2], parts[3], parts[4]), Path.of(text));
  }
}
