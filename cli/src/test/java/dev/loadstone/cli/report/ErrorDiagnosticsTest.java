package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerBusy;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.ExecutorRefused;
import dev.loadstone.domain.error.HostFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.ProcessorFailed;
import dev.loadstone.domain.error.RecordingFailed;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.domain.error.Unreadable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorDiagnosticsTest {

  private static final Path FILE = Path.of("file");

  static Stream<Arguments> errors() {
    Throwable cause = new IllegalStateException("cause");
    Contract contract = Contract.sideEffect();
    return Stream.of(
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.MISSING, null), "source.not.found", "file"),
        Arguments.of(
            new InvalidSources(List.of("file", "g"), InvalidSources.Reason.DUPLICATE_TYPE, "twice"),
            "invalid.sources",
            "file"),
        Arguments.of(
            new InvalidSources(List.of(), InvalidSources.Reason.NO_FILES, "none"),
            "invalid.sources",
            ""),
        Arguments.of(new CompilerUnavailable(), "compiler.unavailable", ""),
        Arguments.of(ProcessorFailed.ofPath("rules.jar", "is odd", null), "processor.failed", ""),
        Arguments.of(
            new CompilerCrashed(List.of("file"), "crash", null), "compiler.crashed", "file"),
        Arguments.of(
            new ArtifactNotFound(FILE, Unreadable.FOLDER, null), "artifact.not.found", "file"),
        Arguments.of(new NotAnArtifact(FILE.toString(), "text", null), "not.an.artifact", "file"),
        Arguments.of(new ArtifactCorrupt(FILE.toString(), "cut", null), "artifact.corrupt", "file"),
        Arguments.of(new ContextMismatch("file", List.of()), "context.mismatch", "file"),
        Arguments.of(new ContractMismatch("file", contract, contract), "contract.mismatch", "file"),
        Arguments.of(new LinkageFailed("file", cause), "linkage.failed", "file"),
        Arguments.of(new PluginFailed("file", cause), "plugin.failed", "file"),
        Arguments.of(new StoreFailed(FILE, "full", null), "store.failed", "file"),
        Arguments.of(new LibraryUnknown(List.of("domain"), List.of(), null), "library.unknown", ""),
        Arguments.of(new HostFailed("com.acme.Rule", "app", null), "host.failed", ""),
        Arguments.of(new RecordingFailed("acme.Rule", "is cut off", null), "recording.failed", ""),
        Arguments.of(new CompilerBusy("A.java", List.of("t")), "compiler.busy", ""),
        Arguments.of(new ExecutorRefused("A.java", null), "executor.refused", ""),
        Arguments.of(
            new TimedOut(
                TimedOut.Work.START, "A.java", Duration.ofSeconds(1), "t", new RuntimeException()),
            "timed.out",
            ""),
        Arguments.of(new SchedulerStarted(), "scheduler.started", ""),
        Arguments.of(new Closed(), "closed", ""));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void of_error_isOneDiagnosticOfItsKind(PluginException error, String code, String source) {
    List<Diagnostic> diagnostics = ErrorDiagnostics.of(error);

    assertThat(diagnostics)
        .containsExactly(
            new Diagnostic(
                Severity.ERROR,
                "loadstone.err." + code,
                error.getMessage(),
                source,
                -1,
                -1,
                "",
                ""));
  }

  @Test
  void of_compilationFailed_areItsOwn() {
    Diagnostic diagnostic = Diagnostic.error("compiler.err.x", "wrong", "A.java");

    assertThat(ErrorDiagnostics.of(new CompilationFailed(List.of(diagnostic))))
        .containsExactly(diagnostic);
  }

  @Test
  void errors_table_hasEveryOtherKind() {
    assertThat(errors().map(row -> ((PluginException) row.get()[0]).kind()))
        .contains(
            Stream.of(ErrorKind.values())
                .filter(kind -> kind != ErrorKind.COMPILATION_FAILED)
                .toArray(ErrorKind[]::new));
  }
}
