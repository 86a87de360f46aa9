package dev.loadstone.adapter.ecj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnprocessedAnnotationsTest {

  private static final InMemoryHostView HOST =
      Compiling.hostOf(
          SourceFile.of("Mapper.java", "package org.mapstruct; public @interface Mapper {}"),
          SourceFile.of(
              "Mappers.java",
              "package org.mapstruct; public class Mappers { public static void get() {} }"));

  private final Compiling compiling = Compiling.sideEffect().host(HOST);

  @Test
  void compile_annotationOfAProcessor_warnsAtItsImportAndFailsNothing() {
    List<Diagnostic> warnings =
        compiling
            .compile(
                """
                import java.util.List;
                import org.mapstruct.Mapper;
                class Main {
                  static { System.out.println(); }
                  @Mapper interface One {}
                }
                """)
            .get()
            .warnings();

    assertThat(warnings)
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("loadstone.warn.processor.not.named");
              assertThat(warning.lint()).isEqualTo("processor");
              assertThat(warning.line()).isEqualTo(2);
              assertThat(warning.message()).contains("MapStruct", "ECJ", "javac");
              assertThat(new WarningPolicy(Treatment.ERRORS, Set.of()).fails(warning)).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { static { org.mapstruct.Mappers.get(); } }",
        "import org.mapstruct.Mappers; class Main { static { Mappers.get(); } }",
        "class Main { static { System.out.println(); } @interface Mapper {} @Mapper class A {} }",
      })
  void compile_noSuchAnnotation_warnsOfNothing(String text) {
    assertThat(compiling.compile(text).get().warnings()).isEmpty();
  }

  @Test
  void compile_annotationsThatAreMissing_saysThatNoProcessorRuns() {
    CompilationFailed failed =
        (CompilationFailed)
            compiling.compile("import lombok.Data; @Data class Main { int i; }").getCause();

    assertThat(failed.advice())
        .startsWith("these sources use annotations of Lombok, and this compiler, ECJ, runs no");
  }
}
