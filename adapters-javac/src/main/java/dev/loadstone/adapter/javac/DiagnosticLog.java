package dev.loadstone.adapter.javac;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/**
 * What javac reports, as values of the domain. They are made at once: javac's own are views of
 * trees and types that go on changing.
 */
final class DiagnosticLog implements DiagnosticListener<JavaFileObject> {

  private static final String CAPTURED = "capture#";

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Diagnostic> aboutContract = new ArrayList<>();
  private final Set<String> ignored;

  DiagnosticLog() {
    this(Set.of());
  }

  private DiagnosticLog(Set<String> ignored) {
    this.ignored = ignored;
  }

  /** Makes a log that is deaf to one kind of diagnostic. */
  static DiagnosticLog without(String code) {
    return new DiagnosticLog(Set.of(code));
  }

  @Override
  public void report(javax.tools.Diagnostic<? extends JavaFileObject> reported) {
    if (ignored.contains(reported.getCode())) {
      return;
    }
    boolean contract = reported.getSource() instanceof ContractUnit;
    (contract ? aboutContract : diagnostics).add(converted(reported));
  }

  /** Returns what was reported about the user's sources, or about no source, in javac's order. */
  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** Returns what was reported about the unit that judges the contract, in javac's order. */
  List<Diagnostic> aboutContract() {
    return List.copyOf(aboutContract);
  }

  /** Tells whether the user's sources have an error so far. */
  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Tells whether anything has an error so far. */
  boolean hasAnyErrors() {
    return hasErrors() || aboutContract.stream().anyMatch(Diagnostic::isError);
  }

  /** Takes away what was reported last, if that happened since there were so many. */
  List<Diagnostic> removeSince(int size) {
    List<Diagnostic> since = diagnostics.subList(size, diagnostics.size());
    List<Diagnostic> removed = List.copyOf(since);
    since.clear();
    return removed;
  }

  /** Returns how many diagnostics about the user's sources there are. */
  int size() {
    return diagnostics.size();
  }

  private static Diagnostic converted(javax.tools.Diagnostic<? extends JavaFileObject> reported) {
    Severity severity = severity(reported.getKind());
    String message = message(reported);
    String lint = severity == Severity.WARNING ? LintKey.of(reported) : "";
    if (!(reported.getSource() instanceof SourceFileObject file)) {
      return new Diagnostic(
          severity,
          reported.getCode(),
          message,
          "",
          Diagnostic.NO_POSITION,
          Diagnostic.NO_POSITION,
          "",
          lint);
    }
    return new Diagnostic(
        severity,
        reported.getCode(),
        message,
        file.source().path(),
        reported.getLineNumber(),
        reported.getColumnNumber(),
        file.line(reported.getLineNumber()),
        lint);
  }

  private static String message(javax.tools.Diagnostic<?> reported) {
    // Not ENGLISH: where there are no texts for it, a resource bundle would go on to the default
    // locale's.
    String message = reported.getMessage(Locale.ROOT);
    if (!message.contains(CAPTURED)) {
      return message;
    }
    // Javac counts captured types from one in each diagnostic that it prints, and toString begins
    // such a count. The message alone goes on with that of the diagnostic before. Not for every
    // message: it copies the source's line, of which there may be thousands.
    String unused = reported.toString();
    return reported.getMessage(Locale.ROOT);
  }

  private static Severity severity(javax.tools.Diagnostic.Kind kind) {
    return switch (kind) {
      case ERROR -> Severity.ERROR;
      case WARNING, MANDATORY_WARNING -> Severity.WARNING;
      case NOTE, OTHER -> Severity.NOTE;
    };
  }
}
