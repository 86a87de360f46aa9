package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MisleadingTextTest {

  static Stream<Arguments> misleading() {
    return Stream.of(
        // In comments and literals, raw.
        Arguments.of("int a; // x\u202Ey", "direction.control 1:12 U+202E"),
        Arguments.of("/* \u2066 */ int a;", "direction.control 1:4 U+2066"),
        Arguments.of("/** \n * \u200F */ int a;", "direction.control 2:4 U+200F"),
        Arguments.of("String s = \"\u202D\";", "direction.control 1:13 U+202D"),
        Arguments.of("char c = '\u061C';", "direction.control 1:11 U+061C"),
        Arguments.of("String s = \"\"\"\n  \u2069\"\"\";", "direction.control 2:3 U+2069"),
        Arguments.of("int a\u202Eb;", "direction.control 1:6 U+202E"),
        Arguments.of("\t\tint a;\t// \u200E", "direction.control 1:28 U+200E"),
        Arguments.of(
            "int a;\r\n// \u202A\r// \u202B",
            "direction.control 2:4 U+202A, direction.control 3:4 U+202B"),
        // In identifiers, raw and as escapes.
        Arguments.of("int a\u200Bb;", "invisible.character 1:6 U+200B"),
        Arguments.of("int a\\u200Bb;", "invisible.character 1:6 U+200B"),
        Arguments.of("int a\\uuu202eb;", "invisible.character 1:6 U+202E"),
        Arguments.of("int a\\u0000b;", "invisible.character 1:6 U+0000"),
        Arguments.of("int a\u00ADb;", "invisible.character 1:6 U+00AD"),
        Arguments.of("int a\u0001b;", "invisible.character 1:6 U+0001"),
        Arguments.of("int a\uFEFFb;", "invisible.character 1:6 U+FEFF"),
        Arguments.of("int a\u3164;", "invisible.character 1:6 U+3164"),
        Arguments.of("int a\uFE0F;", "invisible.character 1:6 U+FE0F"),
        Arguments.of("int a\uDB40\uDD00b;", "invisible.character 1:6 U+E0100"),
        Arguments.of("int a\\udb40\\udd00b;", "invisible.character 1:6 U+E0100"),
        Arguments.of("int a\u001Ab;", "invisible.character 1:6 U+001A"),
        Arguments.of(
            "int a\u001A; int b\u200B;",
            "invisible.character 1:6 U+001A, invisible.character 1:14 U+200B"),
        // After what looks like the beginning of a comment or a literal, and is none.
        Arguments.of("String s = \"/*\"; int a\u200B;", "invisible.character 1:23 U+200B"),
        Arguments.of("String s = \"\\\"//\"; int a\u200B;", "invisible.character 1:25 U+200B"),
        Arguments.of("String s = \"\\\\\"; int a\u200B;", "invisible.character 1:23 U+200B"),
        Arguments.of("char c = '\"'; int a\u200B;", "invisible.character 1:20 U+200B"),
        Arguments.of("char c = '\\''; int a\u200B;", "invisible.character 1:21 U+200B"),
        Arguments.of("int a; // \"\nint b\u200B;", "invisible.character 2:6 U+200B"),
        Arguments.of("int a; /* \" */ int b\u200B;", "invisible.character 1:21 U+200B"),
        Arguments.of("int a = 1 / 2; int b\u200B;", "invisible.character 1:21 U+200B"),
        Arguments.of("/**/ int b\u200B;", "invisible.character 1:11 U+200B"),
        Arguments.of("/*/ */ int b\u200B;", "invisible.character 1:13 U+200B"),
        Arguments.of(
            "String s = \\u0022//\\u0022; int b\u200B;", "invisible.character 1:33 U+200B"),
        Arguments.of(
            "String s = \"\"\"\n\\\"\"\" // \"\"\"; int b\u200B;",
            "invisible.character 2:19 U+200B"),
        Arguments.of("String s = \"\"; int b\u200B;", "invisible.character 1:21 U+200B"),
        Arguments.of("int x = 4 /**/* 2; int a\u200Bb;", "invisible.character 1:25 U+200B"),
        Arguments.of("int x = 4 /**// 2; int a\u200Bb;", "invisible.character 1:25 U+200B"),
        Arguments.of(
            "String s = \"\"\"\n\\u0022\"\"; int b\u200B;", "invisible.character 2:16 U+200B"),
        Arguments.of("int a\u06DDb;", "invisible.character 1:6 U+06DD"),
        // Escapes that end a comment.
        Arguments.of("// text \\u000a int a;", "comment.end 1:9 U+000A"),
        Arguments.of("/* text *\\u002f int a;", "comment.end 1:10 U+002F"),
        // After the end.
        Arguments.of("int a; \u001A text", "text.after.end 1:8 U+001A"),
        Arguments.of("int a;\n\\u001a\n/* text */", "text.after.end 2:1 U+001A"),
        Arguments.of("int a; \u001A // \u202E", "text.after.end 1:8 U+001A"));
  }

  @ParameterizedTest
  @MethodSource("misleading")
  void warnings_misleadingText_isToldWithItsPlace(String text, String expected) {
    assertThat(warnings(text))
        .extracting(
            each ->
                each.code().replace("loadstone.warn.", "")
                    + " "
                    + each.line()
                    + ":"
                    + each.column()
                    + " "
                    + each.message().substring(0, each.message().indexOf(' ')))
        .isEqualTo(List.of(expected.split(", ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "class A { int a = 'a' + '\\''; /* \u0001 */ }\t\f\r\n",
        "String s = \"\u200B\u3164\"; // \u00AD",
        "String s = \"\\u202e\\u200b\";",
        "char c = '\\u202e';",
        "String s = \"\\\\u202e\";",
        "String s = \"\\\\u0022 a\u200Bb\";",
        "\\ud83d",
        "\\",
        "// \\u202e",
        "String s = \\u0022\"\"\n \u200B \"\"\";",
        "int a\uD804\uDCBDb;",
        "/* \\u000a */ int a;",
        "int \u0430\u0431\u4E2D\uD835\uDC00;",
        "int a; \u001A",
        "int a; \u001A\n \t",
        "String s = \"\u001A\"; /* \u001A */ // \u001A text",
      })
  void warnings_otherText_none(String text) {
    assertThat(warnings(text)).isEmpty();
  }

  @Test
  void warnings_character_isNamedBesideItsLine() {
    assertThat(warnings("  int a; // \u202E x")).singleElement().satisfies(this::isNamed);
  }

  private void isNamed(Diagnostic warning) {
    assertThat(warning.message())
        .isEqualTo("U+202E (RIGHT-TO-LEFT OVERRIDE) changes the direction of writing around it");
    assertThat(warning.lint()).isEqualTo("misleading");
    assertThat(warning.source()).isEqualTo("src/A.java");
    assertThat(warning.sourceLine()).isEqualTo("  int a; // \u202E x");
    assertThat(warning.isWarning()).isTrue();
  }

  @Test
  void warnings_markAndShebang_countAsTheyAreShown() {
    assertThat(warnings("\uFEFF#!/usr/bin/env loadstone\nint a; // \u202E"))
        .extracting(Diagnostic::line, Diagnostic::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, 11L));
  }

  @Test
  void warnings_veryMany_areKeptToALimit() {
    String text = "// \u202E".repeat(200_000);

    List<Diagnostic> warnings = warnings(text);

    assertThat(warnings).hasSize(1_001);
    assertThat(warnings.get(1_000).message()).isEqualTo("and 199000 more warnings, not kept");
    assertThat(warnings).allMatch(each -> each.sourceLine().length() <= 1_000);
  }

  private static List<Diagnostic> warnings(String text) {
    return MisleadingText.warnings(SourceSet.of(SourceFile.of("src/A.java", text)));
  }
}
