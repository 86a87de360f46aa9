package dev.loadstone.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main.java",
        "a/b/Main.java",
        "a/package-info.java",
        "META-INF/loadstone/sources/0/Main.java",
        "META-INF/loadstone/sources/12/a/Main.java"
      })
  void sourceName_whereSourcesLie_leadsBack(String name) {
    assertThat(EntryNames.sourceName(name).map(EntryNames::ofSource)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".java",
        "Main",
        "Main.class",
        "Main.java.java",
        "a.b/Main.java",
        "a//Main.java",
        "/Main.java",
        "../Main.java",
        "a/../Main.java",
        "META-INF/services/java.util.spi.ToolProvider",
        "META-INF/Main.java",
        "META-INF/loadstone/sources/Main.java",
        "META-INF/loadstone/sources/x/Main.java",
        "META-INF/loadstone/sources//Main.java",
        "META-INF/loadstone/sources/0/META-INF/A.java",
        "META-INF/loadstone/host-classes",
        "META-INF/loadstone/warnings",
        "META-INF/loadstone/provenance",
        "a-b/Main.java",
        "class/Main.java",
        "1/Main.java",
        "12/a/Main.java",
        "META-INF/loadstone/sources/1",
        "META-INF/loadstone/sources/1/",
        "META-INF/loadstone/sources/1/2/Main.java"
      })
  void sourceName_elsewhere_isNone(String name) {
    assertThat(EntryNames.sourceName(name)).isEmpty();
  }

  @Test
  void ofSource_numbered_isApartFromThePackages() {
    assertThat(EntryNames.ofSource("p/A.java")).isEqualTo("p/A.java");
    assertThat(EntryNames.ofSource("1/p/A.java"))
        .isEqualTo("META-INF/loadstone/sources/1/p/A.java");
  }

  @Test
  void isSourceName_nameOfAnEntryApart_isFalse() {
    assertThat(EntryNames.isSourceName("1/p/A.java")).isTrue();
    assertThat(EntryNames.isSourceName("META-INF/loadstone/sources/1/p/A.java")).isFalse();
  }

  @Test
  void ofClass_binaryName_isReadAgain() {
    String entryName = EntryNames.ofClass("com.acme.Outer$Inner");

    assertThat(entryName).isEqualTo("com/acme/Outer$Inner.class");
    assertThat(EntryNames.isOfClass(entryName)).isTrue();
    assertThat(EntryNames.binaryName(entryName)).isEqualTo("com.acme.Outer$Inner");
  }
}
