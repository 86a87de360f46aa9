package dev.loadstone.adapter.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Runs one javac task for one compilation, by {@code call()}: driving javac's phases one by one
 * gives other diagnostics on some sources.
 */
final class JavacTaskRunner {

  private final CompilationRequest request;
  private final HostView host;
  private final HostClasses hostClasses;
  private final ClassOutput output = new ClassOutput();
  private final DiagnosticLog log = new DiagnosticLog();
  private final StringWriter said = new StringWriter();
  private final List<SourceFileObject> sources;
  private final ParsedFiles files;
  private final Option<ContractCheck> contract;

  private JavacTaskRunner(CompilationRequest request, HostView host) {
    this.request = request;
    this.host = host;
    this.hostClasses = HostClasses.of(host);
    this.sources =
        IntStream.range(0, request.sources().files().size())
            .mapToObj(index -> new SourceFileObject(index, request.sources().files().get(index)))
            .toList();
    this.files = new ParsedFiles(sources);
    this.contract =
        request.contract() instanceof Contract.HostType type
            ? Option.some(new ContractCheck(type, files, log))
            : Option.none();
  }

  static Try<Compilation> run(CompilationRequest request, HostView host) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    return compiler == null
        ? Try.failure(new CompilerUnavailable())
        : new JavacTaskRunner(request, host).run(compiler);
  }

  private Try<Compilation> run(JavaCompiler compiler) {
    Option<String> violation = CompilerOptionRules.violation(request.settings().options());
    if (violation.isDefined()) {
      return Try.failure(InvalidOptions.error(request, violation.get()));
    }
    try (JavaFileManager platform =
        compiler.getStandardFileManager(log, Locale.ROOT, StandardCharsets.UTF_8)) {
      return run(compiler, new MemoryFileManager(platform, hostClasses, output));
    } catch (IOException e) {
      return Try.failure(crashed(e));
    }
  }

  private Try<Compilation> run(JavaCompiler compiler, JavaFileManager fileManager) {
    JavacOptions options =
        JavacOptions.of(request.settings(), option -> compiler.isSupportedOption(option) >= 0);
    JavacTask task;
    try {
      List<String> arguments = options.arguments();
      task = (JavacTask) compiler.getTask(said, fileManager, log, arguments, null, units());
    } catch (IllegalArgumentException e) {
      return Try.failure(InvalidOptions.rejected(request, compiler, e));
    }
    task.setLocale(Locale.ROOT);
    task.addTaskListener(files);
    Positions positions = new Positions(Trees.instance(task), log);
    Option<Throwable> failure = call(task);
    return failure.isDefined()
        ? Try.failure(failure.get())
        : new Judgement(request, host, log, files, contract)
            .judge(positions)
            .map(outcome -> compilation(outcome, options));
  }

  private List<JavaFileObject> units() {
    List<JavaFileObject> units = new ArrayList<>(sources);
    contract.forEach(check -> units.add(new ContractUnit(check::unitText)));
    return units;
  }

  /**
   * Runs the task. What fails without the user's fault comes back; the user's faults are in the
   * log.
   */
  private Option<Throwable> call(JavacTask task) {
    Option<Throwable> crash = crash(task);
    return hostClasses.failure().orElse(crash);
  }

  private Option<Throwable> crash(JavacTask task) {
    try {
      boolean explained = task.call() || log.hasAnyErrors();
      return Option.when(!explained, () -> crashed(null));
    } catch (RuntimeException | Error e) {
      // Out of memory and stack included: both were javac's, and are free again.
      return Option.some(crashed(e));
    }
  }

  private CompilerCrashed crashed(@Nullable Throwable cause) {
    return new CompilerCrashed(
        request.sources().paths(), CrashReport.text(said.toString(), cause), cause);
  }

  private Compilation compilation(Judgement.Outcome outcome, JavacOptions options) {
    return new Compilation(
        outcome.mainClass(),
        options.release(),
        options.effective(),
        files.all().stream().map(file -> file.outline().packageName()).toList(),
        contract.isDefined()
            ? output.without(ContractUnit.binaryName(files.main().get().outline()))
            : output.all(),
        hostClasses.used(),
        outcome.warnings());
  }
}
