package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreLayoutTest {

  private static final String BASE_NAMES = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  private static final String NAME =
      "0123456789abcdef0123456789abcdef-fedcba9876543210fedcba9876543210-00000000ffffffff"
          + "-1111111122222222.jar";

  private static final StoreLayout LAYOUT = new StoreLayout(Path.of("/cache/1"));

  @Test
  void entryAt_placeOfAnEntry_isTheEntry() {
    EntryName name = EntryName.of(StoreFixture.KEY, List.of("A.java"), Bytes.ofUtf8("a"));
    StoredEntry entry = LAYOUT.entry(StoreFixture.KEY, name);

    assertThat(LAYOUT.entryAt(entry.file())).contains(entry);
    assertThat(entry.folder()).isEqualTo(LAYOUT.folderOf(StoreFixture.KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        NAME,
        "/cache/1/entries/" + NAME,
        "/cache/1/entries/" + BASE_NAMES + "/" + NAME,
        "/cache/1/entries/" + BASE_NAMES + "/013/" + NAME,
        "/cache/1/entries/" + BASE_NAMES + "/012/x.jar",
        "/cache/1/entries/" + BASE_NAMES + "/012/x/" + NAME,
        "/cache/1/entries/" + BASE_NAMES + "/012/../012/" + NAME,
        "/cache/1/entries/" + BASE_NAMES + "a/012/" + NAME,
        "/cache/1/entries/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/012/" + NAME,
        "/cache/1/tmp/" + BASE_NAMES + "/012/" + NAME,
        "/cache/2/entries/" + BASE_NAMES + "/012/" + NAME,
        "cache/1/entries/" + BASE_NAMES + "/012/" + NAME,
      })
  void entryAt_anywhereElse_isNone(Path file) {
    assertThat(LAYOUT.entryAt(file)).isEmpty();
  }
}
