package dev.loadstone.adapter.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Runs one javac task that parses one file and goes no further. */
final class ParseTask {

  private final CompilerSettings settings;
  private final SourceFileObject file;
  private final MemoryTask memory;

  private ParseTask(SourceFile file, CompilerSettings settings) {
    this.settings = settings;
    this.file = new SourceFileObject(0, file);
    this.memory =
        new MemoryTask(
            new CompilationRequest(
                SourceSet.of(file), Contract.sideEffect(), settings.withProcessors(List.of())),
            HostClasses.none());
  }

  static Try<ParsedSource> run(SourceFile file, CompilerSettings settings) {
    return new ParseTask(file, settings).run();
  }

  private Try<ParsedSource> run() {
    return memory.use(List.of(file), (task, options) -> parsed(task));
  }

  private Try<ParsedSource> parsed(JavacTask task) {
    try {
      Iterator<? extends CompilationUnitTree> units = task.parse().iterator();
      if (memory.log().hasErrors()) {
        return Try.failure(
            new CompilationFailed(
                settings.warnings().shown(memory.log().diagnostics()).stream()
                    .map(this::named)
                    .toList()));
      }
      return units.hasNext()
          ? Try.success(parsed(units.next()))
          : Try.failure(memory.crashed(null));
    } catch (IOException | RuntimeException | Error e) {
      // Out of memory and stack included: both were the parser's, and are free again.
      return Try.failure(memory.crashed(e));
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
}
