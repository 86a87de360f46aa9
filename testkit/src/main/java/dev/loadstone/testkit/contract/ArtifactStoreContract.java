package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ArtifactStore.CompilationTurn;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactStore} does. */
public abstract class ArtifactStoreContract {

  private static final List<String> FILES = List.of("shop/Tax.java", "shop/Pricing.java");
  private static final List<String> OTHER_FILES = List.of("bank/Tax.java", "bank/Pricing.java");
  private static final Bytes ARTIFACT = Bytes.ofUtf8("artifact");
  private static final Bytes OTHER = Bytes.ofUtf8("another");
  private static final CacheKey KEY = key("Pricing", "request", "build");

  /** Makes the contract test. */
  protected ArtifactStoreContract() {}

  /**
   * Returns the subject.
   *
   * @return a store that is empty at first, the same one throughout a test, which holds at most 4
   *     entries and 1,000 bytes
   */
  protected abstract ArtifactStore store();

  /**
   * Returns another view of the subject.
   *
   * @return a store of the same entries that may only be read
   */
  protected abstract ArtifactStore readOnly();

  @Test
  final void find_nothingStored_givesNone() {
    assertThat(store().find(KEY).get()).isEqualTo(new Candidates(List.of(), List.of()));
    assertThat(store().nearest(KEY).get()).isEmpty();
  }

  @Test
  final void find_otherRequest_givesNone() {
    stored(KEY, ARTIFACT);

    Candidates found = store().find(key("Pricing", "other", "build")).get();

    assertThat(found).isEqualTo(new Candidates(List.of(), List.of()));
  }

  @Test
  final void find_entriesOfSeveralBuilds_tellsThemApart() {
    CacheEntry entry = stored(KEY, ARTIFACT);
    CacheEntry otherBuild = stored(key("Pricing", "request", "other"), ARTIFACT);

    Candidates found = store().find(KEY).get();

    assertThat(found).isEqualTo(new Candidates(List.of(entry), List.of(otherBuild)));
  }

  @Test
  final void find_severalEntries_givesThoseUsedLastFirst() {
    CacheEntry first = stored(KEY, Bytes.ofUtf8("1"));
    CacheEntry second = stored(KEY, Bytes.ofUtf8("2"));
    CacheEntry third = stored(KEY, Bytes.ofUtf8("3"));
    store().use(second).get();

    Candidates found = store().find(KEY).get();

    assertThat(found.sameBuild()).containsExactly(second, third, first);
  }

  @Test
  final void nearest_severalVersions_prefersRequestThenBuildThenLastUse() {
    CacheEntry unlike = stored(key("Pricing", "1", "1"), ARTIFACT);
    CacheEntry sameBuild = stored(key("Pricing", "2", "build"), ARTIFACT);
    CacheEntry sameBuildUsedLater = stored(key("Pricing", "3", "build"), ARTIFACT);
    CacheEntry sameRequest = stored(key("Pricing", "request", "2"), ARTIFACT);
    store().use(unlike).get();
    List<Option<CacheEntry>> nearest = new ArrayList<>();

    for (CacheEntry gone : List.of(sameRequest, sameBuildUsedLater, sameBuild, unlike)) {
      nearest.add(store().nearest(KEY).get());
      store().discard(gone).get();
    }

    assertThat(nearest)
        .containsExactly(
            Option.some(sameRequest),
            Option.some(sameBuildUsedLater),
            Option.some(sameBuild),
            Option.some(unlike));
    assertThat(store().nearest(KEY).get()).isEmpty();
  }

  @Test
  final void nearest_otherBaseNames_givesNone() {
    stored(key("Tax", "request", "build"), ARTIFACT);

    assertThat(store().nearest(KEY).get()).isEmpty();
  }

  @Test
  final void read_entry_givesTheBytes() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    assertThat(store().read(entry).get()).contains(ARTIFACT);
  }

  @Test
  final void read_vanishedEntry_givesNone() {
    CacheEntry entry = stored(KEY, ARTIFACT);
    store().discard(entry).get();

    assertThat(store().read(entry).get()).isEmpty();
    assertThat(store().use(entry).isSuccess()).isTrue();
    assertThat(store().discard(entry).isSuccess()).isTrue();
    assertThat(store().find(KEY).get().sameBuild()).isEmpty();
  }

  @Test
  final void publish_sameContent_replacesTheEntry() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    Publication again = store().publish(KEY, FILES, ARTIFACT).get();

    assertThat(again).isEqualTo(new Publication(entry, List.of()));
    assertThat(store().entries().get()).containsExactly(entry);
  }

  @Test
  final void publish_otherContentForTheSameKey_keepsBoth() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    CacheEntry other = stored(KEY, OTHER);

    assertThat(store().read(entry).get()).contains(ARTIFACT);
    assertThat(store().read(other).get()).contains(OTHER);
  }

  @Test
  final void publish_tooManyEntries_evictsOlderVersionsFirst() {
    CacheEntry other = stored(key("Tax", "1", "build"), ARTIFACT);
    CacheEntry sameBaseNames =
        store().publish(key("Pricing", "2", "build"), OTHER_FILES, ARTIFACT).get().entry();
    CacheEntry otherHost = stored(KEY, OTHER);
    CacheEntry olderVersion = stored(key("Pricing", "3", "build"), ARTIFACT);
    List<List<CacheEntry>> evicted = new ArrayList<>();

    evicted.add(store().publish(KEY, FILES, Bytes.ofUtf8("a")).get().evicted());
    evicted.add(store().publish(KEY, FILES, Bytes.ofUtf8("b")).get().evicted());
    evicted.add(store().publish(KEY, FILES, Bytes.ofUtf8("c")).get().evicted());
    evicted.add(store().publish(KEY, FILES, Bytes.ofUtf8("d")).get().evicted());

    assertThat(evicted)
        .containsExactly(
            List.of(olderVersion), List.of(sameBaseNames), List.of(other), List.of(otherHost));
    assertThat(store().entries().get()).hasSize(4);
  }

  @Test
  final void publish_tooManyEntries_evictsThoseUsedLongestAgo() {
    CacheEntry first = stored(key("A", "1", "build"), ARTIFACT);
    CacheEntry second = stored(key("B", "2", "build"), ARTIFACT);
    CacheEntry third = stored(key("C", "3", "build"), ARTIFACT);
    stored(key("D", "4", "build"), ARTIFACT);
    store().use(first).get();
    store().use(second).get();

    List<CacheEntry> evicted = store().publish(KEY, FILES, ARTIFACT).get().evicted();

    assertThat(evicted).containsExactly(third);
    assertThat(store().read(third).get()).isEmpty();
  }

  @Test
  final void publish_tooManyBytes_evictsUntilTheyFit() {
    CacheEntry first = stored(key("A", "1", "build"), bytes(300));
    CacheEntry second = stored(key("B", "2", "build"), bytes(300));
    CacheEntry third = stored(key("C", "3", "build"), bytes(300));

    Publication publication = store().publish(KEY, FILES, bytes(700)).get();

    assertThat(publication.evicted()).containsExactly(first, second);
    assertThat(store().entries().get()).containsExactlyInAnyOrder(third, publication.entry());
  }

  @Test
  final void publish_asLargeAsTheStore_leavesNothingElse() {
    CacheEntry small = stored(key("A", "1", "build"), ARTIFACT);

    Publication publication = store().publish(KEY, FILES, bytes(1_000)).get();

    assertThat(publication.evicted()).containsExactly(small);
    assertThat(store().read(publication.entry()).get()).contains(bytes(1_000));
  }

  @Test
  final void publish_largerThanTheStore_isStoreFailedAndChangesNothing() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    Try<Publication> published = store().publish(KEY, FILES, bytes(1_001));

    assertStoreFailed(published);
    assertThat(store().entries().get()).containsExactly(entry);
  }

  @Test
  final void isTurnTaken_byNobodyElse_isFalse() {
    assertThat(store().isTurnTaken(KEY).get()).isFalse();
    try (CompilationTurn own = store().turn(KEY).get()) {
      assertThat(own).isNotNull();
      assertThat(store().isTurnTaken(KEY).get()).isFalse();
    }
  }

  @Test
  final void turn_endedTwice_letsTheNextOneHaveIt() {
    CompilationTurn turn = store().turn(KEY).get();
    turn.close();
    turn.close();

    try (CompilationTurn next = store().turn(KEY).get()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  final void entries_several_areSortedByFile() {
    stored(key("B", "2", "build"), ARTIFACT);
    stored(key("A", "1", "build"), ARTIFACT);
    stored(key("C", "3", "build"), ARTIFACT);

    List<CacheEntry> entries = store().entries().get();

    assertThat(entries).hasSize(3).isSortedAccordingTo((a, b) -> a.file().compareTo(b.file()));
  }

  @Test
  final void report_emptyStore_isAllZero() {
    CacheReport report = store().report().get();

    assertThat(report.entries()).isZero();
    assertThat(report.bytes()).isZero();
    assertThat(report.counts()).isEmpty();
  }

  @Test
  final void report_whatHappened_addsItUp() {
    stored(KEY, bytes(10));
    stored(KEY, bytes(20));
    for (CacheCounter counter :
        List.of(CacheCounter.HIT, CacheCounter.HEALED, CacheCounter.HIT, CacheCounter.HIT)) {
      store().count(counter).get();
    }

    CacheReport report = store().report().get();

    assertThat(report.entries()).isEqualTo(2);
    assertThat(report.bytes()).isEqualTo(30);
    assertThat(report.counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of(CacheCounter.HIT, 3L, CacheCounter.HEALED, 1L));
  }

  @Test
  final void clear_store_removesEntriesAndCounts() {
    stored(KEY, ARTIFACT);
    stored(key("Tax", "1", "build"), ARTIFACT);
    store().count(CacheCounter.HIT).get();

    int removed = store().clear().get();

    assertThat(removed).isEqualTo(2);
    assertThat(store().entries().get()).isEmpty();
    assertThat(store().report().get().counts()).isEmpty();
    assertThat(store().clear().get()).isZero();
  }

  @Test
  final void readOnly_store_readsAndFailsToChangeAnything() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    assertStoreFailed(readOnly().publish(KEY, FILES, OTHER));
    assertStoreFailed(readOnly().discard(entry));
    assertStoreFailed(readOnly().clear());

    assertThat(readOnly().find(KEY).get()).isEqualTo(new Candidates(List.of(entry), List.of()));
    assertThat(readOnly().nearest(KEY).get()).contains(entry);
    assertThat(readOnly().read(entry).get()).contains(ARTIFACT);
    assertThat(readOnly().entries().get()).containsExactly(entry);
  }

  @Test
  final void readOnly_store_neitherMarksNorCounts() {
    CacheEntry first = stored(KEY, ARTIFACT);
    CacheEntry second = stored(KEY, OTHER);

    readOnly().use(first).get();
    readOnly().count(CacheCounter.HIT).get();
    readOnly().turn(KEY).get().close();

    assertThat(store().find(KEY).get().sameBuild()).containsExactly(second, first);
    assertThat(readOnly().report().get().counts()).isEmpty();
    assertThat(store().report().get().counts()).isEmpty();
  }

  private CacheEntry stored(CacheKey key, Bytes artifact) {
    return store().publish(key, FILES, artifact).get().entry();
  }

  private static Bytes bytes(int size) {
    return Bytes.of(new byte[size]);
  }

  private static CacheKey key(String baseNames, String request, String build) {
    return new CacheKey(
        Digest.of(Bytes.ofUtf8(baseNames)),
        Digest.of(Bytes.ofUtf8(request)),
        Digest.of(Bytes.ofUtf8(build)));
  }

  private static void assertStoreFailed(Try<?> outcome) {
    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class,
            error -> {
              assertThat(error.reason()).isNotBlank();
              assertThat(error)
                  .hasMessageStartingWith(error.path() + ": the cache cannot be used: ");
            });
  }
}
