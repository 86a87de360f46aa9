package dev.loadstone.domain.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdkModuleRuleTest {

  @ParameterizedTest(name = "{0}@{1}: {2}")
  @CsvSource({
    "java.base, 17.0.15, true",
    "java.sql, 17.0.15, true",
    "jdk.compiler, 17.0.15, true",
    "app, 1.2, false",
    "app, '', false",
    // With the JDK's version, but not by its name.
    "app, 17.0.15, false",
    "javafx.base, 17.0.15, false",
    "jdkapp, 17.0.15, false",
    // A standalone release, or a host's own choice of a name.
    "java.activation, 1.2.2, false",
    "java.annotation, '', false",
    "jdk.app, 1.0, false",
  })
  void isOfJdk_nameAndVersion_areThoseOfTheBuild(String name, String version, boolean isOfJdk) {
    assertThat(JdkModuleRule.isOfJdk(name, version, "17.0.15")).isEqualTo(isOfJdk);
  }

  @ParameterizedTest
  @CsvSource({"java.base, '', true", "java.sql, '', true", "app, '', false"})
  void isOfJdk_jdkWithoutVersion_goesByName(String name, String version, boolean isOfJdk) {
    assertThat(JdkModuleRule.isOfJdk(name, version, "")).isEqualTo(isOfJdk);
  }
}
