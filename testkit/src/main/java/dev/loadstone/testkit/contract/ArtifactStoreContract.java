package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ArtifactStore} does. One that keeps to limits also passes {@link
 * LimitedArtifactStoreContract}.
 */
public abstract class ArtifactStoreContract {

  static final List<String> FILES = List.of("shop/Tax.java", "shop/Pricing.java");
  static final Bytes ARTIFACT = Bytes.ofUtf8("artifact");
  static final Bytes OTHER = Bytes.ofUtf8("another");
  static final CacheKey KEY = key("Pricing", "request", "build");

  /** Makes the contract test. */
  protected ArtifactStoreContract() {}

  /**
   * Returns the subject.
   *
   * @return a store that is empty at first, the same one throughout a test, which holds 4 entries
   *     or more
   */
  protected abstract ArtifactStore store();

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
    assertThat(store().find(KEY).get().sameBuild()).containsExactly(entry);
  }

  @Test
  final void publish_otherContentForTheSameKey_keepsBoth() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    CacheEntry other = stored(KEY, OTHER);

    assertThat(store().read(entry).get()).contains(ARTIFACT);
    assertThat(store().read(other).get()).contains(OTHER);
  }

  CacheEntry stored(CacheKey key, Bytes artifact) {
    return store().publish(key, FILES, artifact).get().entry();
  }

  static CacheKey key(String baseNames, String request, String build) {
    return new CacheKey(
        Digest.of(Bytes.ofUtf8(baseNames)),
        Digest.of(Bytes.ofUtf8(request)),
        Digest.of(Bytes.ofUtf8(build)));
  }

  static void assertStoreFailed(Try<?> outcome) {
    assertThat(outcome.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class,
            error -> {
              assertThat(error.reason()).isNotBlank();
              assertThat(error)
                  .hasMessageStartingWith(error.place() + ": the cache cannot be used: ");
            });
  }
}
