package dev.loadstone.domain.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedPackagesTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.api,       com.acme.api,          true",
    "com.acme.api,       com.acme,              false",
    "com.acme.api,       com.acme.api.deep,     false",
    "com.acme.api,       com.acme.apis,         false",
    "com.acme.api,       com.acme.Api,          false",
    "com.acme.spi.**,    com.acme.spi,          true",
    "com.acme.spi.**,    com.acme.spi.deep,     true",
    "com.acme.spi.**,    com.acme.spi.a.b.c,    true",
    "com.acme.spi.**,    com.acme.spike,        false",
    "com.acme.spi.**,    com.acme.sp,           false",
    "com.acme.spi.**,    com.acme,              false",
    "com.acme.spi.**,    org.com.acme.spi,      false",
    "acme.**,            acme,                  true",
    "acme.**,            acme.x,                true",
    "com.acme.record.**, com.acme.record.var,   true",
    "com.b\u00fccher,    com.b\u00fccher,       true",
  })
  void contains_onePattern_matchesThatPackageOrItAndAllBelow(
      String pattern, String packageName, boolean expected) {
    assertThat(AllowedPackages.of(List.of(pattern)).contains(packageName)).isEqualTo(expected);
  }

  @Test
  void contains_severalPatterns_matchesWhatAnyOfThemDoes() {
    AllowedPackages allowed = AllowedPackages.of(List.of("com.acme.spi.**", "com.acme.api"));

    assertThat(allowed.contains("com.acme.api")).isTrue();
    assertThat(allowed.contains("com.acme.spi.deep")).isTrue();
    assertThat(allowed.contains("com.acme.internal")).isFalse();
  }

  @Test
  void contains_noPattern_isFalse() {
    assertThat(AllowedPackages.of(List.of()).contains("com.acme")).isFalse();
  }

  @Test
  void everything_anyPackage_isContained() {
    assertThat(AllowedPackages.everything().contains("com.acme.internal")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "**",
        ".**",
        "com.acme.*",
        "com.acme.**.spi",
        "com.acme.**.**",
        "com.acme**",
        "com.*.api",
        "a..b",
        ".com.acme",
        "com.acme.",
        "com.acme..**",
        "com/acme",
        "com.acme.api ",
        "com.acme.api,com.acme.spi",
        "com.class.api",
        "new.**",
        "com.acme._",
        "com.2acme",
        "com.acme-api",
      })
  void of_whatNamesNoPackages_isTheCallersBug(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedPackages.of(List.of("com.acme", pattern)))
        .withMessage(
            "'%s' names no packages: write com.acme.api for that package alone, or com.acme.spi.** for it and all below",
            pattern);
  }

  @Test
  void of_null_isTheCallersBug() {
    assertThatNullPointerException()
        .isThrownBy(() -> AllowedPackages.of(Arrays.asList("com.acme", null)));
  }

  @Test
  void toString_patterns_namesThemSorted() {
    assertThat(AllowedPackages.of(List.of("org.b.**", "com.a", "com.a")))
        .hasToString("com.a, org.b.**");
    assertThat(AllowedPackages.of(List.of())).hasToString("no package of the host");
    assertThat(AllowedPackages.everything()).hasToString("every package of the host");
  }

  @Test
  void equals_samePatternsInAnotherOrder_isTrue() {
    assertThat(AllowedPackages.of(List.of("a.b", "c")))
        .isEqualTo(AllowedPackages.of(List.of("c", "a.b")));
  }
}
