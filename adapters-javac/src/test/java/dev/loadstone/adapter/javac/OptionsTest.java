package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {

  private static final String ADVICE =
      "\n(the application that compiles the plugin sets the compiler's options; correct them there)";

  private final Compiling compiling = Compiling.sideEffect();

  @Test
  void compile_unknownOption_isAnErrorAboutTheMainFile() {
    assertThat(
            compiling
                .options("-Akey", "--no-such-option")
                .diagnostics("src/Main.java", "class Main {}"))
        .containsExactly(
            Diagnostic.error(
                "loadstone.err.invalid.option",
                "the compiler knows no option --no-such-option" + ADVICE,
                "src/Main.java"));
  }

  @Test
  void compile_unsupportedRelease_tellsThoseThatAre() {
    int feature = Runtime.version().feature();

    assertThat(compiling.release(99).diagnostics("Main.java", "class Main {}"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "the compiler does not support release 99; its own is " + feature + ADVICE);
    assertThat(compiling.release(5).diagnostics("Main.java", "class Main {}"))
        .extracting(Diagnostic::code)
        .containsExactly("loadstone.err.invalid.option");
    assertThat(compiling.release(-1).diagnostics("Main.java", "class Main {}"))
        .extracting(Diagnostic::code)
        .containsExactly("loadstone.err.invalid.option");
  }

  @Test
  void compile_everySupportedRelease_succeeds() {
    for (int release = 8; release <= Runtime.version().feature(); release++) {
      assertThat(compiling.release(release).compile("Main.java", "class Main {}").isSuccess())
          .as("release " + release)
          .isTrue();
    }
  }

  @Test
  void compile_previewOfAnotherRelease_isAnError() {
    assertThat(
            compiling
                .release(11)
                .options("--enable-preview")
                .diagnostics("Main.java", "class Main {}"))
        .isNotEmpty()
        .allSatisfy(
            diagnostic -> {
              assertThat(diagnostic.message())
                  .startsWith("invalid source release 11 with --enable-preview");
              assertThat(diagnostic.source()).as("what was compiled").isEqualTo("Main.java");
            });
  }

  @Test
  void compile_refusedOption_isAnError() {
    assertThat(compiling.options("-d", "out").diagnostics("Main.java", "class Main {}"))
        .extracting(Diagnostic::message)
        .allSatisfy(message -> assertThat(message).startsWith("compiler option -d is refused: "));
  }

  @Test
  void compile_options_arePassedOnAndRecorded() {
    String source = "class Main { static int i = Integer.getInteger(\"i\"); }";
    List<String> options = List.of("--add-modules", "java.sql", "-Xpkginfo:always");

    Compilation compilation =
        compiling.options(options.toArray(String[]::new)).compile("Main.java", source).get();

    assertThat(compilation.settings().options())
        .containsExactly("-g", "-parameters", "--add-modules", "java.sql", "-Xpkginfo:always");
  }
}
