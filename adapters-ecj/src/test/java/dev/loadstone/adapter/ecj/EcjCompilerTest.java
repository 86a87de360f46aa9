package dev.loadstone.adapter.ecj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticLimits;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EcjCompilerTest {

  private static final int FEATURE = Runtime.version().feature();
  private static final CompilerSettings PLAIN = settings(Option.none());

  private final Compiler compiler = EcjCompiler.create();

  private static CompilerSettings settings(Option<Integer> release, String... options) {
    return new CompilerSettings(
        release, List.of(options), new WarningPolicy(Treatment.REPORTED, Set.of()));
  }

  private Try<Compilation> compile(CompilerSettings settings, HostView host, String text) {
    return compiler.compile(
        new CompilationRequest(
            SourceSet.of(SourceFile.of("Main.java", text)), Contract.sideEffect(), settings),
        host);
  }

  private Try<Compilation> compile(String text) {
    return compile(PLAIN, InMemoryHostView.empty(), text);
  }

  private static List<Diagnostic> diagnostics(Try<Compilation> refused) {
    assertThat(refused.getCause()).isInstanceOf(CompilationFailed.class);
    return ((CompilationFailed) refused.getCause()).diagnostics();
  }

  @Test
  void identity_always_namesTheReleaseAndTheAdaptersBuild() {
    assertThat(compiler.identity().get().toString())
        .matches("ecj [0-9.]+\\.v[0-9-]+\\+[0-9a-f]{12}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import no.such.place.*; class Main {}",
        "import no.such.Thing; class Main {}",
        "import java.util.Absent; class Main {}",
        "import jdk.internal.misc.Unsafe; class Main { Unsafe unsafe; }",
        "class Main { jdk.internal.misc.Unsafe unsafe; }",
        "class Main { no.such.Thing thing; }",
        "class Main { org.junit.jupiter.api.Test test; }",
        "public class Other {}",
      })
  void compile_whatIsNotThere_isAnErrorThere(String text) {
    assertThat(diagnostics(compile(text)))
        .isNotEmpty()
        .allSatisfy(
            error -> {
              assertThat(error.code()).startsWith("ecj.").doesNotContainPattern("[0-9]");
              assertThat(error.source()).isEqualTo("Main.java");
              assertThat(error.line()).isEqualTo(1);
              assertThat(error.column()).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import dev.loadstone.domain.port.*; class Main {}",
        "import dev.loadstone.domain.port.Compiler; class Main { Compiler c; }",
        "class Main { dev.loadstone.domain.port.Compiler c; }",
        "import dev.loadstone.domain.port.*; class Main { Compiler c; }",
      })
  void compile_hiddenPackage_saysWhy(String text) {
    HostView host =
        InMemoryHostView.ofClasses(Compiler.class, Diagnostic.class)
            .allowing(AllowedPackages.of(List.of("dev.loadstone.domain.diagnostic")));

    assertThat(diagnostics(compile(PLAIN, host, text)))
        .extracting(Diagnostic::message)
        .anySatisfy(
            message ->
                assertThat(message).contains("dev.loadstone.domain.port", "allow", "plugins"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import dev.loadstone.domain.diagnostic.*; class Main { Diagnostic d; }",
        "import dev.loadstone.domain.diagnostic.*; class Main { }",
        "import dev.loadstone.domain.diagnostic.Diagnostic; class Main { Diagnostic d; }",
        "import java.util.Map.*; class Main { Entry<String, String> e; }",
        "import java.util.*; class Main { List<String> l; }",
      })
  void compile_whatIsThere_compiles(String text) {
    InMemoryHostView host = InMemoryHostView.ofClasses(Diagnostic.class);

    assertThat(compile(PLAIN, host, text).isSuccess()).isTrue();
    assertThat(
            compile(PLAIN, host.withoutListing("dev.loadstone.domain.diagnostic"), text)
                .isSuccess())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"8, strip", "10, strip", "11, toList", "15, toList"})
  void compile_earlierRelease_knowsNoLaterMethods(int release, String method) {
    String text =
        "import java.util.stream.*; class Main { Object o = "
            + (method.equals("strip") ? "\"a\".strip()" : "Stream.of(1).toList()")
            + "; }";

    assertThat(diagnostics(compile(settings(Option.some(release)), InMemoryHostView.empty(), text)))
        .singleElement()
        .satisfies(error -> assertThat(error.message()).contains(method));
    assertThat(compile(text).isSuccess()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17})
  void compile_release_isWhatClassFilesAreFor(int release) {
    Compilation compilation =
        compile(
                settings(Option.some(release)),
                InMemoryHostView.empty(),
                "class Main { java.util.List<String> l; }")
            .get();

    assertThat(compilation.settings().release()).isEqualTo(release);
    assertThat(compilation.classFiles().get(0).bytes().toByteArray()[7])
        .isEqualTo((byte) (release + 44));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 99})
  void compile_releaseThatIsNotKnown_isRefused(int release) {
    assertThat(
            diagnostics(
                compile(settings(Option.some(release)), InMemoryHostView.empty(), "class Main {}")))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.message())
                    .startsWith(
                        "the compiler does not support release "
                            + release
                            + "; its own is "
                            + FEATURE));
  }

  /** As on a JDK that is later than the compiler. */
  @Test
  void tooNew_releaseThatTheCompilerDoesNotKnow_isRefusedByName() {
    assertThat(EcjOptions.tooNew(99).get())
        .startsWith("this compiler, ECJ, knows releases up to ")
        .contains("for 99");
    assertThat(EcjOptions.tooNew(FEATURE).isEmpty()).isTrue();
  }

  @Test
  void compile_optionsOfJavac_areRefusedByName() {
    assertThat(
            diagnostics(
                compile(
                    settings(Option.none(), "-Xpkginfo:always"),
                    InMemoryHostView.empty(),
                    "class Main {}")))
        .singleElement()
        .satisfies(error -> assertThat(error.message()).contains("ECJ", "-Xpkginfo:always"));
  }

  @Test
  void compile_annotationProcessors_areRefused() {
    CompilerSettings settings =
        PLAIN.withProcessors(List.of(new ProcessorJar(Path.of("p.jar"), Bytes.ofUtf8("any"))));

    assertThat(diagnostics(compile(settings, InMemoryHostView.empty(), "class Main {}")))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.message())
                    .startsWith("this compiler, ECJ, runs no annotation processors"));
  }

  @Test
  void compile_deepNesting_crashesOnAShallowStackAndSucceedsOnADeepOne() throws Exception {
    int depth = 3_000;
    String text =
        "class Main { static int f(int i) { return i; } int i = "
            + "f(".repeat(depth)
            + "1"
            + ")".repeat(depth)
            + "; }";

    assertThat(onStackOf(1 << 18, text).getCause())
        .isInstanceOfSatisfying(
            CompilerCrashed.class,
            crash -> assertThat(crash).hasMessageContaining("StackOverflowError"));
    assertThat(onStackOf(1 << 28, text).isSuccess()).isTrue();
  }

  private Try<Compilation> onStackOf(long size, String text) throws Exception {
    FutureTask<Try<Compilation>> task = new FutureTask<>(() -> compile(text));
    Thread thread = new Thread(null, task, "compiler", size);
    thread.start();
    return task.get();
  }

  @ParameterizedTest
  @CsvSource({"'', Main", "@Deprecated, 'Main, p.package-info'"})
  void compile_packageInfo_isAClassIfItHasAnnotations(String annotation, String classes) {
    SourceSet sources =
        SourceSet.of(
            SourceFile.of("package-info.java", annotation + " package p;"),
            SourceFile.of("Main.java", "class Main {}"));

    Compilation compilation =
        compiler
            .compile(
                new CompilationRequest(sources, Contract.sideEffect(), PLAIN),
                InMemoryHostView.empty())
            .get();

    assertThat(
            compilation.classFiles().stream()
                .map(ClassFile::binaryName)
                .collect(Collectors.joining(", ")))
        .isEqualTo(classes);
  }

  @Test
  void compile_moreErrorsThanAnyoneReads_keepsTheFirstAndCountsTheRest() {
    String fields =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "Absent f" + i + ";\n")
            .collect(Collectors.joining());

    List<Diagnostic> all = diagnostics(compile("class Main {\n" + fields + "}"));

    assertThat(all).hasSize(DiagnosticLimits.MOST + 1);
    assertThat(all.get(0).line()).isEqualTo(2);
    assertThat(all.get(DiagnosticLimits.MOST).message())
        .isEqualTo("and 1500 more errors, not kept");
  }

  @Test
  void compile_manyThreadsAtOnce_giveTheSame() throws Exception {
    String text =
        """
        import java.util.*;
        import java.util.stream.*;
        class Main {
          record Line(String name, double price) {}
          Map<String, Double> totals(List<Line> lines) {
            return lines.stream()
                .collect(Collectors.groupingBy(Line::name, TreeMap::new, Collectors.summingDouble(Line::price)));
          }
        }
        """;
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Compilation>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(threads.submit(() -> compile(text).get()));
      }
      for (Future<Compilation> each : all) {
        assertThat(each.get()).isEqualTo(all.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
