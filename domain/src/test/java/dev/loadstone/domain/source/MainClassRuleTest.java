package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.source.SourceOutline.Access;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainClassRuleTest {

  private static final SourceFile FILE = SourceFile.of("src/Main.java", "");

  /** Types are separated by spaces; a public one begins with +. */
  @ParameterizedTest
  @CsvSource({
    "+Main, Main",
    "Helper +Main, Main",
    "Main +Other, Other",
    "Main, Main",
    "Helper Main Other, Main",
    "Other, Other",
    "+Other, Other",
    "+Main +Other, Main"
  })
  void mainClass_types_publicThenNamedLikeTheFileThenTheOnlyOne(String types, String expected) {
    assertThat(MainClassRule.mainClass(FILE, outline(types)).get()).isEqualTo(expected);
  }

  @Test
  void mainClass_noType_isInvalid() {
    Try<String> main = MainClassRule.mainClass(FILE, new SourceOutline("p", List.of()));

    assertInvalid(
        main,
        Reason.NO_MAIN_CLASS,
        "src/Main.java: declares no class, and the last file must declare the plugin's main class. Declare one, or"
            + " give the main file last.");
  }

  @Test
  void mainClass_severalCandidates_isInvalidAndNamesThem() {
    Try<String> main = MainClassRule.mainClass(FILE, outline("One Two"));

    assertInvalid(
        main,
        Reason.SEVERAL_MAIN_CLASSES,
        "src/Main.java: declares several classes (One, Two), and it is not clear which is the main one. Make one of"
            + " them public, or name it like the file.");
  }

  @Test
  void binaryName_outline_hasItsPackage() {
    assertThat(new SourceOutline("com.acme", List.of()).binaryName("A")).isEqualTo("com.acme.A");
    assertThat(new SourceOutline("", List.of()).binaryName("A")).isEqualTo("A");
  }

  private static SourceOutline outline(String types) {
    return new SourceOutline(
        "p",
        Arrays.stream(types.split(" "))
            .map(
                type ->
                    type.startsWith("+")
                        ? new DeclaredType(type.substring(1), Access.PUBLIC)
                        : new DeclaredType(type, Access.PACKAGE))
            .toList());
  }

  private static void assertInvalid(Try<String> main, Reason reason, String message) {
    assertThat(main.getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> {
              assertThat(error.reason()).isEqualTo(reason);
              assertThat(error.paths()).containsExactly("src/Main.java");
              assertThat(error).hasMessage(message);
            });
  }
}
