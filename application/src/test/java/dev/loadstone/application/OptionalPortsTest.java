package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import dev.loadstone.testkit.InMemoryArtifactStore;
import io.vavr.control.Try;
import org.junit.jupiter.api.Test;

final class OptionalPortsTest {

  private static final Digest DIGEST = Digest.of(Bytes.ofUtf8("any"));
  private static final CacheKey KEY = new CacheKey(DIGEST, DIGEST, DIGEST);

  private final ArtifactStore plain = mock(ArtifactStore.class);

  @Test
  void turnsAndMaintenance_storeThatHasThem_areTheStoreItself() {
    InMemoryArtifactStore store = InMemoryArtifactStore.create();

    assertThat(OptionalPorts.turns(store)).isSameAs(store);
    assertThat(OptionalPorts.maintenance(store)).isSameAs(store);
  }

  @Test
  void turns_plainStore_waitForNobody() {
    try (CompilationTurn first = OptionalPorts.turns(plain).turn(KEY).get();
        CompilationTurn second = OptionalPorts.turns(plain).turn(KEY).get()) {
      assertThat(first).isNotNull();
      assertThat(second).isNotNull();
    }
  }

  @Test
  void maintenance_plainStore_countsNothingAndSaysWhatTheStoreLacks() {
    CacheMaintenance maintenance = OptionalPorts.maintenance(plain);

    assertThat(maintenance.count(CacheCounter.HIT).isSuccess()).isTrue();
    assertThat(reason(maintenance.entries())).isEqualTo("it cannot list its entries");
    assertThat(reason(maintenance.report())).isEqualTo("it cannot count its entries");
    assertThat(reason(maintenance.clear())).isEqualTo("it cannot clear itself");
  }

  private String reason(Try<?> answer) {
    StoreFailed failure = (StoreFailed) answer.getCause();
    assertThat(failure.place()).isEqualTo(plain.getClass().getName());
    return failure.reason();
  }
}
