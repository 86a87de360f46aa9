package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import io.vavr.control.Try;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceRulesTest {

  private static final SourceFile MAIN = SourceFile.of("src/Main.java", "class Main {}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A.java",
        "src/A.java",
        "a_$1.java",
        "\u00C4rger.java",
        "\uD801\uDC00.java",
        "record.java",
        "var.java"
      })
  void check_identifierAndSuffix_isAccepted(String path) {
    SourceSet sources = SourceSet.of(MAIN, SourceFile.of(path, ""));

    assertThat(SourceRules.check(sources).get()).isSameAs(sources);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "A.txt",
        "A.JAVA",
        ".java",
        "1A.java",
        "A-B.java",
        "A B.java",
        "A.B.java",
        "class.java",
        "_.java",
        "true.java",
        "null.java",
        "A\u0000.java",
        "\ud800/A.java",
        "A.java/",
        "A.java.java"
      })
  void check_anyOtherName_isInvalid(String path) {
    Try<SourceSet> checked = SourceRules.check(SourceSet.of(SourceFile.of(path, ""), MAIN));

    assertInvalid(
        checked,
        Reason.NOT_A_JAVA_FILE_NAME,
        path,
        "is not the name of a Java source file. Name it after its main type: a Java identifier followed by .java.");
  }

  @Test
  void check_noFiles_isInvalid() {
    InvalidSources error = (InvalidSources) SourceRules.check(SourceSet.of()).getCause();

    assertThat(error.reason()).isEqualTo(Reason.NO_FILES);
    assertThat(error.paths()).isEmpty();
    assertThat(error)
        .hasMessage("no source file was given. Give at least one, the main file last.");
  }

  @Test
  void check_moduleInfo_isInvalid() {
    Try<SourceSet> checked =
        SourceRules.check(SourceSet.of(SourceFile.of("src/module-info.java", ""), MAIN));

    assertInvalid(
        checked,
        Reason.NOT_A_JAVA_FILE_NAME,
        "src/module-info.java",
        "a plugin cannot declare a module. Leave this file out.");
  }

  @Test
  void check_packageInfoBeforeTheMainFile_isAccepted() {
    SourceSet sources = SourceSet.of(SourceFile.of("src/package-info.java", ""), MAIN);

    assertThat(SourceRules.check(sources).isSuccess()).isTrue();
  }

  @Test
  void check_packageInfoAsMainFile_isInvalid() {
    Try<SourceSet> checked =
        SourceRules.check(SourceSet.of(MAIN, SourceFile.of("src/package-info.java", "")));

    assertInvalid(
        checked,
        Reason.NO_MAIN_CLASS,
        "src/package-info.java",
        "the last file is the main one, and this one cannot declare a class. Give the main file last.");
  }

  @Test
  void check_textWithoutEncoding_isInvalid() {
    Try<SourceSet> checked =
        SourceRules.check(SourceSet.of(SourceFile.of("A.java", "// \uD800"), MAIN));

    assertInvalid(
        checked,
        Reason.NOT_UTF8,
        "A.java",
        "is not encoded in UTF-8. Convert it: every source is read as UTF-8.");
  }

  @Test
  void check_severalViolations_reportsTheFirstFile() {
    Try<SourceSet> checked =
        SourceRules.check(
            SourceSet.of(
                MAIN, SourceFile.of("B.java", "\uD800"), SourceFile.of("no name", "\uD800")));

    assertThat(((InvalidSources) checked.getCause()).paths()).containsExactly("B.java");
  }

  private static void assertInvalid(
      Try<SourceSet> checked, Reason reason, String path, String detail) {
    assertThat(checked.getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> {
              assertThat(error.reason()).isEqualTo(reason);
              assertThat(error.paths()).isEqualTo(List.of(path));
              assertThat(error).hasMessage("%s: %s", PrintableText.line(path), detail);
            });
  }
}
