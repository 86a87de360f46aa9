package dev.loadstone.domain.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main",
        "a.Main",
        "a.b.Main$1",
        "a.Main$Inner$1Local",
        "a.package-info",
        "package-info",
        "\u4E2D.\uD835\uDC00",
        "$",
        "a._b",
        "a.A\uD804\uDCBDb$C\uDB40\uDC01"
      })
  void isBinaryName_ofAClass_isTrue(String name) {
    assertThat(JavaNames.isBinaryName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a/b",
        "..",
        "a-b",
        "package-info.A",
        "module-info",
        "1a",
        "a b",
        "a;",
        "[a",
        "a\u0000b",
        "a\u200Bb",
        "a\u202Eb",
        "int",
        "a.class",
        "a.null",
        "\uD835",
        "a\n"
      })
  void isBinaryName_ofNoClass_isFalse(String name) {
    assertThat(JavaNames.isBinaryName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.loadstone",
        "dev.loadstone.domain",
        "dev.loadstone.domain.port",
        "dev.loadstone.adapter.fs",
        "dev.loadstone.internal.x"
      })
  void libraryPackages_ofTheLibrary_hasThem(String name) {
    assertThat(LibraryPackages.has(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dev",
        "dev.loadstone.examples",
        "dev.loadstone.domains",
        "dev.loadstones",
        "com.dev.loadstone"
      })
  void libraryPackages_ofOthers_hasNone(String name) {
    assertThat(LibraryPackages.has(name)).isFalse();
  }
}
