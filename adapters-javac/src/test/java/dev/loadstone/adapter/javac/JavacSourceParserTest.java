package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Try;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavacSourceParserTest {

  /** The oracle is our compiler, which parses the file first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {",
        "class A { int i = ; }",
        "class A { int = 1; }\nclass B { void }\n",
        "class {}",
        "package ; class A {}",
        "import a.b class A {}",
        "import A; class B {}",
        "class A { String s = \"no end; }",
        "class A { char c = ''; }",
        "class A { int i = 0x; }",
        "class A { void f() { goto x; } }",
        "class A { void f() { else {} } }",
        "class A { enum }",
        "class A { int #; }",
        "class A { java.util.List list; void f( { }",
        "}",
        "int i = ;",
        "/* no end",
        "class A extends B { void f() { x = switch (y) { case 1 -> } } }",
      })
  void parse_brokenFile_reportsWhatTheCompilerReports(String text) {
    SourceFile file = SourceFile.of("src/A.java", text);

    assertThat(diagnostics(Compiling.sideEffect(), file))
        .isNotEmpty()
        .isEqualTo(Compiling.sideEffect().diagnostics(file));
  }

  @Test
  void parse_missingBrace_isReportedAfterTheLastToken() {
    SourceFile file = SourceFile.of("src/A.java", "package com.acme;\nclass A {\n  int i;\n");

    assertThat(diagnostics(Compiling.sideEffect(), file))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(3);
              assertThat(error.column()).isEqualTo(9);
            });
  }

  @Test
  void parse_releaseBeforeASyntax_isAnError() {
    SourceFile file = SourceFile.of("A.java", "record A() {}");

    assertThat(diagnostics(Compiling.sideEffect().release(11), file))
        .isEqualTo(Compiling.sideEffect().release(11).diagnostics(file))
        .isNotEmpty();
    assertThat(parse(Compiling.sideEffect().release(17), file).isSuccess()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-such-option", "-d"})
  void parse_badOption_reportsWhatTheCompilerReports(String option) {
    SourceFile file = SourceFile.of("A.java", "class A {}");

    assertThat(diagnostics(Compiling.sideEffect().options(option), file))
        .isEqualTo(Compiling.sideEffect().options(option).diagnostics(file));
  }

  @Test
  void parse_unsupportedRelease_reportsWhatTheCompilerReports() {
    SourceFile file = SourceFile.of("A.java", "class A {}");

    assertThat(diagnostics(Compiling.sideEffect().release(5), file))
        .isEqualTo(Compiling.sideEffect().release(5).diagnostics(file));
  }

  @Test
  void parse_hopelesslyNested_isACrash() {
    String text = "class A { int i = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }";

    assertThat(parse(Compiling.sideEffect(), SourceFile.of("A.java", text)).getCause())
        .isInstanceOf(CompilerCrashed.class);
  }

  @Test
  void parse_codeThatDoesNotCompile_isWellFormed() {
    String text = "class A extends A { int i = \"x\"; void f() { undefined(); } }";

    assertThat(parse(Compiling.sideEffect(), SourceFile.of("A.java", text)).isSuccess()).isTrue();
  }

  private static List<Diagnostic> diagnostics(Compiling compiling, SourceFile file) {
    return ((CompilationFailed) parse(compiling, file).getCause()).diagnostics();
  }

  private static Try<ParsedSource> parse(Compiling compiling, SourceFile file) {
    return new JavacSourceParser().parse(file, compiling.settings());
  }
}
