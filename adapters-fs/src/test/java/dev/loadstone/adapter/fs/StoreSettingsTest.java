package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoreSettingsTest {

  @Test
  void settings_limitBelowOne_isTheCallersBug() {
    for (List<Long> limits : Arrays.asList(List.of(0L, 1L), List.of(1L, 0L), List.of(-1L, 1L))) {
      assertThatThrownBy(
              () ->
                  new StoreSettings(
                      Path.of("cache"),
                      limits.get(0).intValue(),
                      limits.get(1),
                      CacheAccess.READ_WRITE,
                      Sharing.OWNER_ONLY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be at least 1");
    }
  }
}
