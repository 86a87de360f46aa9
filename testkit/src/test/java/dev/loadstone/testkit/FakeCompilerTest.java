package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.contract.CompilerContract;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FakeCompilerTest extends CompilerContract {

  @Override
  protected Compiler compiler() {
    return FakeCompiler.create()
        .reporting(diagnosticIn(BROKEN, Severity.ERROR, ""))
        .reporting(diagnosticIn(WARNED, Severity.WARNING, "rawtypes"));
  }

  @Test
  void failing_everyCall_fails() {
    CompilerUnavailable failure = new CompilerUnavailable();
    FakeCompiler compiler = FakeCompiler.failing(failure);

    assertThat(compiler.identity().getCause()).isSameAs(failure);
    assertThat(compiler.compile(request(), InMemoryHostView.empty()).getCause()).isSameAs(failure);
  }

  @Test
  void requests_afterCompiling_holdWhatWasAsked() {
    FakeCompiler compiler = FakeCompiler.create();

    compiler.compile(request(), InMemoryHostView.empty());

    assertThat(compiler.requests()).containsExactly(request());
  }

  private static CompilationRequest request() {
    return new CompilationRequest(
        SourceSet.of(SourceFile.of("Main.java", "class Main {}")),
        Contract.sideEffect(),
        new CompilerSettings(
            Option.none(), List.of(), new WarningPolicy(Treatment.ERRORS, Set.of())));
  }

  private static Diagnostic diagnosticIn(SourceFile file, Severity severity, String lint) {
    return new Diagnostic(severity, "fake", "found", file.path(), 2, 3, file.line(2), lint);
  }
}
