package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.source.SourceFile;
import org.junit.jupiter.api.Test;

final class DuplicateTypesTest {

  private static final String DUPLICATE = "compiler.err.duplicate.class";

  private final Compiling compiling = Compiling.forContract("java.lang.Runnable");

  @Test
  void compile_typeInTwoFiles_namesBothAndTheType() {
    InvalidSources error =
        (InvalidSources)
            compiling
                .compile(
                    SourceFile.of("a/Same.java", "package p; class Same {}"),
                    SourceFile.of("Other.java", "class Other {}"),
                    SourceFile.of("b/Same.java", "package p; class Same {}"))
                .getCause();

    assertThat(error.reason()).isEqualTo(Reason.DUPLICATE_TYPE);
    assertThat(error)
        .hasMessage(
            "a/Same.java, b/Same.java: define the same type, p.Same. Rename one, or leave one of the"
                + " files out.");
  }

  @Test
  void compile_severalTypesInSeveralFiles_namesThemAll() {
    SourceFile both = SourceFile.of("Both.java", "class A {} class B {}");
    SourceFile again = SourceFile.of("Again.java", "class B {} class A {}");

    assertThat(compiling.compile(both, again, both).getCause())
        .isInstanceOf(InvalidSources.class)
        .hasMessage(
            "Both.java, Again.java, Both.java: define the same types, A, B. Rename one, or leave one"
                + " of the files out.");
  }

  @Test
  void compile_typeTwiceInOneFile_isTheCompilersError() {
    assertThat(compiling.diagnostics("Main.java", "class Main {} class Main {}"))
        .extracting(Diagnostic::code)
        .containsExactly(DUPLICATE);
  }

  @Test
  void compile_typeInTwoFilesAndAnotherError_isTheCompilersErrors() {
    assertThat(
            compiling.diagnostics(
                SourceFile.of("a/Same.java", "class Same {}"),
                SourceFile.of("b/Same.java", "class Same {}"),
                SourceFile.of("Main.java", "class Main { int i = absent; }")))
        .extracting(Diagnostic::code)
        .containsExactly(DUPLICATE, "compiler.err.cant.resolve.location");
  }
}
