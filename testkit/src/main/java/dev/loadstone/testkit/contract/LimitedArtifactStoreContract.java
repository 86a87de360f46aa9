package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an {@link ArtifactStore} does that keeps to limits, and can be opened to be only read. */
public abstract class LimitedArtifactStoreContract extends ArtifactStoreContract {

  private static final List<String> OTHER_FILES = List.of("bank/Tax.java", "bank/Pricing.java");

  /** Makes the contract test. */
  protected LimitedArtifactStoreContract() {}

  /**
   * Returns the subject.
   *
   * @return a store that is empty at first, the same one throughout a test, which holds at most 4
   *     entries and 1,000 bytes
   */
  @Override
  protected abstract ArtifactStore store();

  /**
   * Returns another view of the subject.
   *
   * @return a store of the same entries that may only be read
   */
  protected abstract ArtifactStore readOnly();

  @Test
  final void publish_tooManyEntries_evictsOlderVersionsFirst() {
    CacheEntry other = stored(key("Tax", "1", "build"), ARTIFACT);
    CacheEntry sameBaseNames =
        store().publish(key("Pricing", "2", "build"), OTHER_FILES, ARTIFACT).get().entry();
    CacheEntry otherHost = stored(KEY, OTHER);
    CacheEntry olderVersion = stored(key("Pricing", "3", "build"), ARTIFACT);
    List<Publication> published = new ArrayList<>();

    published.add(store().publish(KEY, FILES, Bytes.ofUtf8("a")).get());
    published.add(store().publish(KEY, FILES, Bytes.ofUtf8("b")).get());
    published.add(store().publish(KEY, FILES, Bytes.ofUtf8("c")).get());
    published.add(store().publish(KEY, FILES, Bytes.ofUtf8("d")).get());

    assertThat(published)
        .extracting(Publication::evicted)
        .containsExactly(
            List.of(olderVersion), List.of(sameBaseNames), List.of(other), List.of(otherHost));
    assertThat(published)
        .allSatisfy(each -> assertThat(store().read(each.entry()).get()).isNotEmpty());
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
    assertThat(store().read(third).get()).isNotEmpty();
    assertThat(store().read(publication.entry()).get()).isNotEmpty();
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
    assertThat(store().find(KEY).get()).isEqualTo(new Candidates(List.of(entry), List.of()));
    assertThat(store().read(entry).get()).contains(ARTIFACT);
  }

  @Test
  final void readOnly_store_readsAndFailsToChangeAnything() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    assertStoreFailed(readOnly().publish(KEY, FILES, OTHER));
    assertStoreFailed(readOnly().discard(entry));

    assertThat(readOnly().find(KEY).get()).isEqualTo(new Candidates(List.of(entry), List.of()));
    assertThat(readOnly().nearest(KEY).get()).contains(entry);
    assertThat(readOnly().read(entry).get()).contains(ARTIFACT);
  }

  @Test
  final void readOnly_store_doesNotMark() {
    CacheEntry first = stored(KEY, ARTIFACT);
    CacheEntry second = stored(KEY, OTHER);

    readOnly().use(first).get();

    assertThat(store().find(KEY).get().sameBuild()).containsExactly(second, first);
  }

  private static Bytes bytes(int size) {
    return Bytes.of(new byte[size]);
  }
}
