package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link CacheMaintenance} does. */
public abstract class CacheMaintenanceContract {

  private static final CacheKey KEY = ArtifactStoreContract.key("Pricing", "request", "build");
  private static final Bytes ARTIFACT = ArtifactStoreContract.ARTIFACT;

  /** Makes the contract test. */
  protected CacheMaintenanceContract() {}

  /**
   * Returns the store whose maintenance is the subject.
   *
   * @return a store that is empty at first, the same one throughout a test, which holds 4 entries
   *     or more
   */
  protected abstract ArtifactStore store();

  /**
   * Returns the subject.
   *
   * @return the maintenance of the store, the same one throughout a test
   */
  protected abstract CacheMaintenance maintenance();

  /**
   * Returns another view of the subject.
   *
   * @return the maintenance of a store of the same entries that may only be read
   */
  protected abstract CacheMaintenance readOnly();

  @Test
  final void entries_several_areSortedByName() {
    stored(ArtifactStoreContract.key("B", "2", "build"), ARTIFACT);
    stored(ArtifactStoreContract.key("A", "1", "build"), ARTIFACT);
    stored(ArtifactStoreContract.key("C", "3", "build"), ARTIFACT);

    List<CacheEntry> entries = maintenance().entries().get();

    assertThat(entries).hasSize(3).isSortedAccordingTo(Comparator.comparing(CacheEntry::id));
  }

  @Test
  final void report_emptyStore_isAllZero() {
    CacheReport report = maintenance().report().get();

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
      maintenance().count(counter).get();
    }

    CacheReport report = maintenance().report().get();

    assertThat(report.entries()).isEqualTo(2);
    assertThat(report.bytes()).isEqualTo(30);
    assertThat(report.counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of(CacheCounter.HIT, 3L, CacheCounter.HEALED, 1L));
  }

  @Test
  final void clear_store_removesEntriesAndCounts() {
    stored(KEY, ARTIFACT);
    stored(ArtifactStoreContract.key("Tax", "1", "build"), ARTIFACT);
    maintenance().count(CacheCounter.HIT).get();

    int removed = maintenance().clear().get();

    assertThat(removed).isEqualTo(2);
    assertThat(maintenance().entries().get()).isEmpty();
    assertThat(maintenance().report().get().counts()).isEmpty();
    assertThat(maintenance().clear().get()).isZero();
  }

  @Test
  final void readOnly_store_listsAndFailsToClear() {
    CacheEntry entry = stored(KEY, ARTIFACT);

    ArtifactStoreContract.assertStoreFailed(readOnly().clear());

    assertThat(readOnly().entries().get()).containsExactly(entry);
  }

  @Test
  final void readOnly_store_doesNotCount() {
    stored(KEY, ARTIFACT);

    readOnly().count(CacheCounter.HIT).get();

    assertThat(readOnly().report().get().counts()).isEmpty();
    assertThat(maintenance().report().get().counts()).isEmpty();
  }

  private CacheEntry stored(CacheKey key, Bytes artifact) {
    return store().publish(key, ArtifactStoreContract.FILES, artifact).get().entry();
  }

  private static Bytes bytes(int size) {
    return Bytes.of(new byte[size]);
  }
}
