package dev.loadstone.adapter.javac;

import com.sun.source.util.JavacTask;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One javac task over memory: what it is asked, what it sees, and what it says. */
final class MemoryTask {

  private static final String INCUBATING_MODULES = "compiler.warn.incubating.modules";

  private final CompilationRequest request;
  private final HostClasses host;
  private final List<String> modules;
  private final ClassOutput output = new ClassOutput();
  private final GeneratedOutput generated = new GeneratedOutput();
  private final DiagnosticLog log;
  private final StringWriter said = new StringWriter();

  /** Makes a task that sees all modules that javac knows. */
  MemoryTask(CompilationRequest request, HostClasses host) {
    this(request, host, List.of());
  }

  /**
   * Makes a task.
   *
   * @param request what is compiled
   * @param host the host's classes
   * @param modules the options of {@link JdkModules}
   */
  MemoryTask(CompilationRequest request, HostClasses host, List<String> modules) {
    this.request = request;
    this.host = host;
    this.modules = modules;
    WarningPolicy policy = request.settings().warnings();
    this.log =
        JdkModules.areIncubatingAdded(modules)
            ? DiagnosticLog.without(INCUBATING_MODULES, policy, generated)
            : new DiagnosticLog(policy, generated);
  }

  ClassOutput output() {
    return output;
  }

  GeneratedOutput generated() {
    return generated;
  }

  DiagnosticLog log() {
    return log;
  }

  /**
   * Makes the task and has it used, as long as its files are open.
   *
   * @param units the compilation units
   * @param work uses the task, knowing its options
   */
  <T> Try<T> use(
      List<? extends JavaFileObject> units, BiFunction<JavacTask, JavacOptions, Try<T>> work) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return Try.failure(new CompilerUnavailable());
    }
    List<String> given = request.settings().options();
    Option<String> violation =
        CompilerOptionRules.violation(given).orElse(() -> ModuleOptions.violation(given));
    if (violation.isDefined()) {
      return Try.failure(CompilerOptionRules.refusal(request, violation.get()));
    }
    try (JavaFileManager platform =
        compiler.getStandardFileManager(log, Locale.ROOT, StandardCharsets.UTF_8)) {
      return use(compiler, new MemoryFileManager(platform, host, output, generated), units, work);
    } catch (IOException e) {
      return Try.failure(crashed(e));
    }
  }

  private <T> Try<T> use(
      JavaCompiler compiler,
      JavaFileManager fileManager,
      List<? extends JavaFileObject> units,
      BiFunction<JavacTask, JavacOptions, Try<T>> work) {
    JavacOptions options =
        JavacOptions.of(request.settings(), option -> compiler.isSupportedOption(option) >= 0);
    JavacTask task;
    try {
      List<String> arguments = new ArrayList<>(modules);
      arguments.addAll(options.arguments());
      task = (JavacTask) compiler.getTask(said, fileManager, log, arguments, null, units);
    } catch (IllegalArgumentException e) {
      return Try.failure(InvalidOptions.rejected(request, compiler, e));
    }
    task.setLocale(Locale.ROOT);
    return work.apply(task, options);
  }

  /** Makes the error for a javac that fails without saying what is wrong with the sources. */
  CompilerCrashed crashed(@Nullable Throwable cause) {
    return new CompilerCrashed(
        request.sources().paths(), CrashReport.text(said.toString(), cause), cause);
  }
}
