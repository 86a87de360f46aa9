package dev.loadstone;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A source with ten thousand diagnostics, beside javac, which is asked for all their messages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class ManyDiagnosticsBenchmark {

  private static final int MANY = 10_000;

  /** The field that is repeated: one with a warning, or with an error. */
  @Param({"java.util.List f%d;", "int f%d = absent;"})
  public String field;

  /** Whether all of them are in one line. */
  @Param({"true", "false"})
  public boolean oneLine;

  private String text = "";
  private Loadstone loadstone;

  /** Writes the source. */
  @Setup
  public void write() {
    text =
        IntStream.range(0, MANY)
            .mapToObj(field::formatted)
            .collect(
                Collectors.joining(
                    oneLine ? " " : "\n",
                    "public class Main { static int i = Integer.getInteger(\"i\", 1); ",
                    " }"));
    loadstone = Loadstone.builder().warnings(Warnings.reported()).listener(event -> {}).build();
  }

  /** Closes the library. */
  @TearDown
  public void close() {
    loadstone.close();
  }

  /** A check, and the message of its error. */
  @Benchmark
  public Object check() {
    Try<Void> outcome =
        loadstone
            .sideEffects()
            .check(SourceSet.of(SourceFile.of("Main.java", text)))
            .await()
            .toTry();
    return outcome.isFailure() ? outcome.getCause().getMessage() : outcome;
  }

  /** Javac by hand, and the message of each diagnostic. */
  @Benchmark
  public long javac() throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
      files.setLocationFromPaths(
          StandardLocation.CLASS_OUTPUT, List.of(Path.of(System.getProperty("java.io.tmpdir"))));
      List<String> options =
          List.of("-Xlint:all", "-Xmaxwarns", "0", "-Xmaxerrs", "0", "-g", "-proc:none");
      compiler.getTask(null, files, collector, options, null, List.of(new Source(text))).call();
    }
    long length = 0;
    for (Diagnostic<?> each : collector.getDiagnostics()) {
      length += each.getMessage(Locale.ROOT).length();
    }
    return length;
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String text) {
      super(URI.create("string:///Main.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
