package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.StoreFailed;
import java.util.List;
import java.util.Locale;

/** Gives every error the form of diagnostics, for programs that read no other. */
final class ErrorDiagnostics {

  private static final String CODE_PREFIX = "loadstone.err.";

  private ErrorDiagnostics() {}

  /**
   * Returns the compiler's diagnostics, or for any other error one whose code is {@code
   * loadstone.err.} and its kind.
   */
  static List<Diagnostic> of(PluginException error) {
    return error instanceof CompilationFailed failed
        ? failed.diagnostics()
        : List.of(Diagnostic.error(code(error), error.getMessage(), subject(error)));
  }

  /** Returns a diagnostic about what is no error of the library's, such as {@code usage}. */
  static Diagnostic of(String kind, String message) {
    return Diagnostic.error(CODE_PREFIX + kind, message, "");
  }

  /** Returns a warning that is not the compiler's. */
  static Diagnostic caution(Reporter.Caution kind, String message) {
    return new Diagnostic(
        Severity.WARNING,
        kind.code(),
        message,
        "",
        Diagnostic.NO_POSITION,
        Diagnostic.NO_POSITION,
        "",
        "");
  }

  static String code(PluginException error) {
    return CODE_PREFIX + error.kind().name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Returns the file concerned, the first if there are several, empty if there is none. */
  static String subject(PluginException error) {
    return switch (error.kind()) {
      case SOURCE_NOT_FOUND -> ((SourceNotFound) error).path().toString();
      case INVALID_SOURCES -> first(((InvalidSources) error).paths());
      case COMPILER_CRASHED -> first(((CompilerCrashed) error).files());
      case ARTIFACT_NOT_FOUND -> ((ArtifactNotFound) error).place();
      case NOT_AN_ARTIFACT -> ((NotAnArtifact) error).place();
      case ARTIFACT_CORRUPT -> ((ArtifactCorrupt) error).place();
      case CONTEXT_MISMATCH -> ((ContextMismatch) error).artifact();
      case CONTRACT_MISMATCH -> ((ContractMismatch) error).artifact();
      case LINKAGE_FAILED -> ((LinkageFailed) error).plugin();
      case PLUGIN_FAILED -> ((PluginFailed) error).plugin();
      case STORE_FAILED -> ((StoreFailed) error).place();
      case COMPILATION_FAILED,
          PROCESSOR_FAILED,
          COMPILER_UNAVAILABLE,
          COMPILER_BUSY,
          EXECUTOR_REFUSED,
          TIMED_OUT,
          HOST_FAILED,
          LIBRARY_UNKNOWN,
          RECORDING_FAILED,
          SCHEDULER_STARTED,
          CLOSED ->
          "";
    };
  }

  private static String first(List<String> files) {
    return files.isEmpty() ? "" : files.get(0);
  }
}
