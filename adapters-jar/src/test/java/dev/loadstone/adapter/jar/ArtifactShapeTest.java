package dev.loadstone.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactShapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Main.java",
        "a/b/Main.java",
        "a/package-info.java",
        "META-INF/loadstone/sources/0/Main.java",
        "META-INF/loadstone/sources/12/a/Main.java"
      })
  void isSourceName_whereSourcesLie_isTrue(String name) {
    assertThat(ArtifactShape.isSourceName(name)).isTrue();
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
        "class/Main.java"
      })
  void isSourceName_elsewhere_isFalse(String name) {
    assertThat(ArtifactShape.isSourceName(name)).isFalse();
  }
}
