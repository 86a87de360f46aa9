package dev.loadstone.adapter.ecj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EcjSourceParserTest {

  /** The oracle is our compiler, which parses the file first, and says no more of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A {",
        "class A { int i = ; }",
        "class A { int = 1; }\nclass B { void }\n",
        "class {}",
        "package ; class A {}",
        "class A { String s = \"no end; }",
        "class A { char c = ''; }",
        "class A { int i = 0x; }",
        "class A { void f() { goto x; } }",
        "class A { void f() { else {} } void g() { int i = ; } void h( { } }",
        "class A { enum }",
        "class A { int #; }",
        "}",
        "/* no end",
        "class A { void f() { int x = switch (1) { case 1 -> } } }",
      })
  void parse_brokenFile_reportsWhatTheCompilerReports(String text) {
    SourceFile file = SourceFile.of("Main.java", text);

    assertThat(diagnostics(Compiling.sideEffect(), file))
        .isNotEmpty()
        .isEqualTo(Compiling.sideEffect().diagnostics(text));
  }

  @Test
  void parse_brokenFileThatMeansNothing_reportsItsSyntaxAlone() {
    String text = "import a.b class A { Absent f() { int i = ; return \"x\" - 1; } }";

    List<Diagnostic> syntax = diagnostics(Compiling.sideEffect(), SourceFile.of("Main.java", text));

    assertThat(syntax)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.message()).contains("Syntax error"));
    assertThat(Compiling.sideEffect().diagnostics(text)).containsAll(syntax).hasSizeGreaterThan(2);
  }

  @Test
  void parse_releaseBeforeASyntax_isAnError() {
    SourceFile file = SourceFile.of("Main.java", "record Main() {}");

    assertThat(diagnostics(Compiling.sideEffect().release(11), file)).isNotEmpty();
    assertThat(parse(Compiling.sideEffect().release(17), file).isSuccess()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-such-option", "-d"})
  void parse_badOption_reportsWhatTheCompilerReports(String option) {
    String text = "class Main {}";

    assertThat(
            diagnostics(Compiling.sideEffect().options(option), SourceFile.of("Main.java", text)))
        .isEqualTo(Compiling.sideEffect().options(option).diagnostics(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 99})
  void parse_unsupportedRelease_reportsWhatTheCompilerReports(int release) {
    String text = "class Main {}";

    assertThat(
            diagnostics(Compiling.sideEffect().release(release), SourceFile.of("Main.java", text)))
        .isEqualTo(Compiling.sideEffect().release(release).diagnostics(text));
  }

  /** Javac refuses them when it parses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main { public public int i; }",
        "class Main { java.util.List<var> list; }",
        "class Main { var i = 1; }",
      })
  void parse_whatJavacCallsSyntax_isLeftToTheCompilation(String text) {
    assertThat(parse(Compiling.sideEffect(), SourceFile.of("Main.java", text)).isSuccess())
        .isTrue();
    assertThat(Compiling.sideEffect().diagnostics(text)).isNotEmpty();
  }

  @Test
  void parse_codeThatDoesNotCompile_isWellFormed() {
    String text = "class A extends A { int i = \"x\"; void f() { undefined(); } }";

    assertThat(parse(Compiling.sideEffect(), SourceFile.of("A.java", text)).isSuccess()).isTrue();
  }

  @Test
  void parse_deepNesting_crashesOnAShallowStackAndSucceedsOnADeepOne() throws Exception {
    String text = "class A { int i = " + "f(".repeat(5_000) + "B.c" + ")".repeat(5_000) + "; }";

    assertThat(onStackOf(1 << 18, text).getCause())
        .isInstanceOfSatisfying(
            CompilerCrashed.class,
            crash -> assertThat(crash).hasMessageContaining("StackOverflowError"));
    assertThat(onStackOf(1 << 28, text).get().references().names()).containsExactly("B");
  }

  @Test
  void parse_withoutTheCompilersClasses_saysThatThereIsNone() throws Exception {
    SourceParser parser =
        (SourceParser)
            new WithoutEcj()
                .loadClass(EcjCompiler.class.getName())
                .getMethod("sourceParser")
                .invoke(null);

    assertThat(
            parser
                .parse(SourceFile.of("A.java", "class A {}"), Compiling.sideEffect().settings())
                .getCause())
        .isInstanceOf(CompilerUnavailable.class);
  }

  private static Try<ParsedSource> onStackOf(long size, String text) throws Exception {
    FutureTask<Try<ParsedSource>> task =
        new FutureTask<>(() -> parse(Compiling.sideEffect(), SourceFile.of("A.java", text)));
    new Thread(null, task, "parser", size).start();
    return task.get();
  }

  private static List<Diagnostic> diagnostics(Compiling compiling, SourceFile file) {
    return ((CompilationFailed) parse(compiling, file).getCause()).diagnostics();
  }

  private static Try<ParsedSource> parse(Compiling compiling, SourceFile file) {
    return EcjCompiler.sourceParser().parse(file, compiling.settings());
  }

  /** Has this adapter's classes anew, and none of the compiler's. */
  private static final class WithoutEcj extends ClassLoader {

    WithoutEcj() {
      super(EcjSourceParserTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.eclipse.jdt.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(EcjCompiler.class.getPackageName() + ".")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
