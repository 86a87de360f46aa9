package dev.loadstone;

import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.adapter.ecj.EcjCompiler;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One small plugin, compiled again and again: by both compilers, by hand and by the library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class CompilersBenchmark {

  private static final String NAME = "Pricing";

  /** Thirty lines as plugins are written today. */
  private static final String TEXT =
      """
      import java.util.List;
      import java.util.Map;
      import java.util.TreeMap;
      import java.util.function.Supplier;
      import java.util.stream.Collectors;

      public final class Pricing implements Supplier<String> {

        record Line(String product, int count, double price) {
          double total() {
            return count * price;
          }
        }

        private final List<Line> lines =
            List.of(new Line("nut", 3, 0.2), new Line("bolt", 5, 0.5), new Line("nut", 1, 0.2));

        @Override
        public String get() {
          Map<String, Double> totals =
              lines.stream()
                  .collect(
                      Collectors.groupingBy(
                          Line::product, TreeMap::new, Collectors.summingDouble(Line::total)));
          return totals.entrySet().stream()
              .map(each -> each.getKey() + "=" + rounded(each.getValue()))
              .collect(Collectors.joining(", "));
        }

        private static String rounded(double value) {
          return switch ((int) value) {
            case 0 -> "less than one";
            default -> String.format("%.2f", value);
          };
        }
      }
      """;

  private static final SourceSet SOURCES = SourceSet.of(SourceFile.of(NAME + ".java", TEXT));

  private final EcjByHand ecj = new EcjByHand();
  private JavaCompiler javac;
  private StandardJavaFileManager files;
  private Path source;
  private Path classes;
  private final Compiler adapter = EcjCompiler.create();
  private HostView host;
  private CompilationRequest request;
  private Loadstone withEcj;
  private Loadstone withJavac;

  /** Writes the source, and opens what is kept open between compilations. */
  @Setup
  public void open() throws IOException {
    Path folder = Fixture.newFolder("compilers");
    source = Files.writeString(folder.resolve(NAME + ".java"), TEXT);
    classes = Files.createDirectories(folder.resolve("classes"));
    javac = ToolProvider.getSystemJavaCompiler();
    files = javac.getStandardFileManager(null, null, null);
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    host =
        new ClassLoaderAdapter(
                ClassLoader.getPlatformClassLoader(), List.of(), AllowedPackages.everything())
            .hostView();
    request =
        new CompilationRequest(
            SOURCES,
            Contract.type(Supplier.class.getName(), Supplier.class.getName()),
            new CompilerSettings(
                Option.none(), List.of(), new WarningPolicy(Treatment.ERRORS, Set.of())));
    withEcj = Fixture.loadstone().compiler(EcjCompiler.create()).build();
    withJavac = Fixture.loadstone().build();
  }

  @TearDown
  public void close() throws IOException {
    files.close();
    withEcj.close();
    withJavac.close();
  }

  @Benchmark
  public boolean javacByHand() {
    boolean isDone =
        javac
            .getTask(
                null,
                files,
                null,
                List.of("-proc:none", "-g", "-parameters"),
                null,
                files.getJavaFileObjects(source))
            .call();
    return required(isDone);
  }

  @Benchmark
  public Map<String, byte[]> ecjByHand() {
    return ecj.compile(NAME, TEXT);
  }

  @Benchmark
  public Object javac() {
    return withJavac.loader(Supplier.class).check(SOURCES).get();
  }

  /** The adapter alone, without linking and what is recorded for the context. */
  @Benchmark
  public Compilation ecjAdapter() {
    return adapter.compile(request, host).get();
  }

  @Benchmark
  public Object ecj() {
    return withEcj.loader(Supplier.class).check(SOURCES).get();
  }

  private static boolean required(boolean isDone) {
    if (!isDone) {
      throw new IllegalStateException("it does not compile");
    }
    return true;
  }
}
