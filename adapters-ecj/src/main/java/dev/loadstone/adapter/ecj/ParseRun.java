package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticLimits;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.parser.Parser;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/** Parses one file, with its methods' bodies, and goes no further. */
final class ParseRun {

  private final SourceFile file;
  private final CompilerSettings settings;

  private ParseRun(SourceFile file, CompilerSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  static Try<ParsedSource> parse(SourceFile file, CompilerSettings settings) {
    CompilerSettings parsing = settings.withProcessors(List.of());
    return EcjOptions.violation(parsing)
        .orElse(() -> PlatformCache.violation(parsing))
        .fold(
            () -> new ParseRun(file, parsing).run(),
            fault -> Try.failure(CompilerOptionRules.refusal(request(file, parsing), fault)));
  }

  private static CompilationRequest request(SourceFile file, CompilerSettings settings) {
    return new CompilationRequest(SourceSet.of(file), Contract.sideEffect(), settings);
  }

  private Try<ParsedSource> run() {
    try {
      return parsed();
    } catch (LinkageError e) {
      throw e; // The compiler's classes are not those that this was compiled with.
    } catch (RuntimeException | Error e) {
      return Try.failure(CrashReport.of(List.of(file.path()), e));
    }
  }

  private Try<ParsedSource> parsed() {
    CompilerOptions options = EcjOptions.of(settings, EcjOptions.effective(settings).release());
    ProblemReporter reporter =
        new ProblemReporter(
            DefaultErrorHandlingPolicies.proceedWithAllProblems(),
            options,
            new DefaultProblemFactory(Locale.ROOT));
    Parser parser = new Parser(reporter, options.parseLiteralExpressionsAsConstants);
    SourceUnit source = SourceUnit.of(file);
    CompilationResult result = new CompilationResult(source, 0, 1, options.maxProblemsPerUnit);
    // In two steps, as a compilation does: so errors in one method hide none in another.
    CompilationUnitDeclaration unit = parser.dietParse(source, result);
    parser.getMethodBodies(unit);
    return result.hasErrors()
        ? Try.failure(new CompilationFailed(diagnostics(result)))
        : Try.success(
            new ParsedSource(
                ParsedUnit.of(file, unit).outline(), ReferenceScanner.references(unit)));
  }

  private List<Diagnostic> diagnostics(CompilationResult result) {
    Problems problems = new Problems();
    return settings
        .warnings()
        .shown(
            DiagnosticLimits.kept(
                Stream.of(result.getProblems())
                    .map(problem -> problems.diagnostic(problem, file))
                    .toList()));
  }
}
