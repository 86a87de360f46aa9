package dev.loadstone.adapter.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Runs one javac task that parses one file and goes no further. */
final class ParseTask {

  private final CompilationRequest request;
  private final SourceFileObject file;
  private final DiagnosticLog log = new DiagnosticLog();
  private final StringWriter said = new StringWriter();

  private ParseTask(SourceFile file, CompilerSettings settings) {
    this.request = new CompilationRequest(SourceSet.of(file), Contract.sideEffect(), settings);
    this.file = new SourceFileObject(0, file);
  }

  static Try<ParsedSource> run(SourceFile file, CompilerSettings settings) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    return compiler == null
        ? Try.failure(new CompilerUnavailable())
        : new ParseTask(file, settings).run(compiler);
  }

  private Try<ParsedSource> run(JavaCompiler compiler) {
    Option<String> violation = CompilerOptionRules.violation(request.settings().options());
    if (violation.isDefined()) {
      return Try.failure(InvalidOptions.error(request, violation.get()));
    }
    try (JavaFileManager platform =
        compiler.getStandardFileManager(log, Locale.ROOT, StandardCharsets.UTF_8)) {
      return run(compiler, new MemoryFileManager(platform, HostClasses.none(), new ClassOutput()));
    } catch (IOException e) {
      return Try.failure(crashed(e));
    }
  }

  private Try<ParsedSource> run(JavaCompiler compiler, JavaFileManager fileManager) {
    JavacOptions options =
        JavacOptions.of(request.settings(), option -> compiler.isSupportedOption(option) >= 0);
    JavacTask task;
    try {
      List<String> arguments = options.arguments();
      task = (JavacTask) compiler.getTask(said, fileManager, log, arguments, null, List.of(file));
    } catch (IllegalArgumentException e) {
      return Try.failure(InvalidOptions.rejected(request, compiler, e));
    }
    task.setLocale(Locale.ROOT);
    return parsed(task);
  }

  private Try<ParsedSource> parsed(JavacTask task) {
    try {
      Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
      if (log.hasErrors()) {
        return Try.failure(
            new CompilationFailed(
                request.settings().warnings().shown(log.diagnostics()).stream()
                    .map(this::named)
                    .toList()));
      }
      return units.hasNext() ? Try.success(parsed(units.next())) : Try.failure(crashed(null));
    } catch (IOException | RuntimeException | Error e) {
      // Out of memory and stack included: both were the parser's, and are free again.
      return Try.failure(crashed(e));
    }
  }

  // An error about the options has no file of the user's.
  private Diagnostic named(Diagnostic reported) {
    return reported.isError() && reported.source().isEmpty()
        ? reported.withSource(file.source().path())
        : reported;
  }

  private ParsedSource parsed(CompilationUnitTree unit) {
    return new ParsedSource(
        ParsedFile.of(file.source(), unit).outline(), ReferenceScanner.references(unit));
  }

  private CompilerCrashed crashed(@Nullable Throwable cause) {
    return new CompilerCrashed(
        request.sources().paths(), CrashReport.text(said.toString(), cause), cause);
  }
}
