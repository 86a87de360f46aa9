package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import dev.loadstone.testkit.contract.CacheMaintenanceContract;
import dev.loadstone.testkit.contract.CompilationTurnsContract;
import dev.loadstone.testkit.contract.LimitedArtifactStoreContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InMemoryArtifactStoreTest extends LimitedArtifactStoreContract {

  private static final Bytes ARTIFACT = Bytes.ofUtf8("artifact");
  private static final Digest DIGEST = Digest.of(ARTIFACT);
  private static final CacheKey KEY = new CacheKey(DIGEST, DIGEST, DIGEST);

  private final InMemoryArtifactStore store = InMemoryArtifactStore.holding(4, 1_000);

  @Override
  protected ArtifactStore store() {
    return store;
  }

  @Override
  protected ArtifactStore readOnly() {
    return store.readOnly();
  }

  @Test
  void breakDown_untilRepaired_failsEveryCall() {
    store.breakDown("others can write to it");

    assertThat(store.find(KEY).getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class,
            error -> assertThat(error.reason()).isEqualTo("others can write to it"));
    assertThat(store.publish(KEY, List.of(), ARTIFACT).isFailure()).isTrue();
    assertThat(store.turn(KEY).isFailure()).isTrue();
    store.repair();
    assertThat(store.find(KEY).isSuccess()).isTrue();
  }

  @Test
  void damage_entry_changesWhatIsRead() {
    CacheEntry entry = store.publish(KEY, List.of(), ARTIFACT).get().entry();

    store.damage(entry, Bytes.ofUtf8("garbage"));

    assertThat(store.read(entry).get()).contains(Bytes.ofUtf8("garbage"));
  }

  @Test
  void openTurns_beginningAndEnding_counts() {
    CompilationTurn first = store.turn(KEY).get();
    CompilationTurn second = store.turn(KEY).get();
    assertThat(store.openTurns()).isEqualTo(2);

    first.close();
    first.close();
    assertThat(store.openTurns()).isEqualTo(1);

    second.close();
    assertThat(store.openTurns()).isZero();
  }

  @Nested
  final class Turns extends CompilationTurnsContract {

    @Override
    protected CompilationTurns turns() {
      return store;
    }

    @Override
    protected CompilationTurns readOnly() {
      return store.readOnly();
    }
  }

  @Nested
  final class Maintenance extends CacheMaintenanceContract {

    @Override
    protected ArtifactStore store() {
      return store;
    }

    @Override
    protected CacheMaintenance maintenance() {
      return store;
    }

    @Override
    protected CacheMaintenance readOnly() {
      return store.readOnly();
    }
  }
}
