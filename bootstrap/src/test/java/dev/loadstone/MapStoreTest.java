package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.RecordedEvents;
import dev.loadstone.testkit.contract.ArtifactStoreContract;
import io.vavr.concurrent.Future;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cache does whose store has the six calls of the port and none of the optional ones. */
@Timeout(60)
final class MapStoreTest extends ArtifactStoreContract {

  private final MapStore store = new MapStore();
  private final RecordedEvents events = new RecordedEvents();

  @Override
  protected ArtifactStore store() {
    return store;
  }

  private Loadstone loadstone() {
    return Loadstone.builder().artifactStore(store).listener(events).build();
  }

  private static SourceSet returning(int value) {
    return Sources.of(
        "One.java",
        "public class One implements java.util.function.IntSupplier {"
            + " public int getAsInt() { return "
            + value
            + "; } }");
  }

  private int load(int value) {
    try (Loadstone loadstone = loadstone()) {
      return loadstone.loader(IntSupplier.class).load(returning(value)).get().getAsInt();
    }
  }

  @Test
  void load_secondTime_isAHit() {
    assertThat(load(1)).isEqualTo(1);
    events.forget();

    assertThat(load(1)).isEqualTo(1);

    assertThat(events.all().stream().map(Event::getClass).map(Class::getSimpleName))
        .containsExactly("CacheLookup", "CacheHit", "Linked", "Starting", "Ran");
  }

  @Test
  void load_changedSource_isAMissThatNamesIt() {
    load(1);
    events.forget();

    assertThat(load(2)).isEqualTo(2);

    assertThat(events.ofType(Event.CacheMiss.class))
        .singleElement()
        .satisfies(
            miss ->
                assertThat(miss.reasons())
                    .extracting(MissReason::kind)
                    .containsExactly(MissReason.Kind.SOURCES));
  }

  @Test
  void cache_storeWithoutMaintenance_saysWhatItCannotDo() {
    try (Loadstone loadstone = loadstone()) {
      PluginCache cache = loadstone.cache();

      assertNotOffered(cache.report(), "count its entries");
      assertNotOffered(cache.verify(), "list its entries");
      assertNotOffered(cache.clear(), "clear itself");
    }
  }

  private static void assertNotOffered(Future<?> answer, String lacking) {
    assertThat(answer.await().getCause().get())
        .isInstanceOf(StoreFailed.class)
        .hasMessageStartingWith(
            "dev.loadstone.MapStore: this store of the cache cannot " + lacking + ". ");
  }
}
