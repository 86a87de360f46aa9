package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.ContractText;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticLimits;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.source.SourcePositions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticListener;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * What javac reports, as values of the domain. They are made at once: javac's own are views of
 * trees and types that go on changing.
 *
 * <p>There may be as many as a source has words. Of errors, of warnings that can fail a compilation
 * and of others, the first ones are kept and the rest is counted, so that nothing that decides is
 * lost. Warnings that nobody is shown are not kept at all.
 */
final class DiagnosticLog implements DiagnosticListener<JavaFileObject> {

  private static final String CAPTURED = "capture#";

  /** What a processor says by javax.annotation.processing.Messager. */
  private static final String SAID_BY_PROCESSOR = "compiler.warn.proc.messager";

  /** That is said of the units that judge the contract, too. */
  private static final String CREATED_LAST = "compiler.warn.proc.file.create.last.round";

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Diagnostic> aboutContract = new ArrayList<>();
  private final Map<Rank, Integer> counts = new EnumMap<>(Rank.class);
  private final Map<String, Integer> errorCodes = new HashMap<>();
  private final Map<String, String> lintKeys = new HashMap<>();
  private final WarningPolicy policy;
  private final Set<String> ignored;
  private final GeneratedOutput generated;
  private final Set<Diagnostic> onlyReported = new HashSet<>();
  private boolean hasContractErrors;

  DiagnosticLog(WarningPolicy policy, GeneratedOutput generated) {
    this(policy, Set.of(), generated);
  }

  private DiagnosticLog(WarningPolicy policy, Set<String> ignored, GeneratedOutput generated) {
    this.policy = policy;
    this.ignored = ignored;
    this.generated = generated;
  }

  /** Makes a log that is deaf to one kind of diagnostic. */
  static DiagnosticLog without(String code, WarningPolicy policy, GeneratedOutput generated) {
    return new DiagnosticLog(policy, Set.of(code), generated);
  }

  /** What a diagnostic can decide, the most first. */
  private enum Rank {
    ERROR,
    FAILING_WARNING,
    OTHER_WARNING
  }

  @Override
  public void report(javax.tools.Diagnostic<? extends JavaFileObject> reported) {
    if (ignored.contains(reported.getCode()) || isAboutOurs(reported)) {
      return;
    }
    Severity severity = severity(reported.getKind());
    String lint = severity == Severity.WARNING ? lintKey(reported) : "";
    if (source(reported) instanceof ContractUnit) {
      hasContractErrors |= severity == Severity.ERROR;
      aboutContract.add(converted(reported, severity, lint));
    } else if (severity == Severity.NOTE) {
      diagnostics.add(converted(reported, severity, lint));
    } else {
      if (severity == Severity.ERROR) {
        errorCodes.merge(reported.getCode(), 1, Integer::sum);
      }
      if (severity == Severity.ERROR || policy.shows(lint, reported.getCode())) {
        keep(reported, severity, lint);
      }
    }
  }

  private static boolean isAboutOurs(javax.tools.Diagnostic<?> reported) {
    return reported.getCode().equals(CREATED_LAST)
        && ContractText.isNamedIn(reported.getMessage(Locale.ROOT));
  }

  private @Nullable FileObject source(javax.tools.Diagnostic<? extends JavaFileObject> reported) {
    return generated.original(reported.getSource());
  }

  private void keep(
      javax.tools.Diagnostic<? extends JavaFileObject> reported, Severity severity, String lint) {
    if (isOnlyReported(reported, severity)
        && !onlyReported.add(converted(reported, severity, lint))) {
      return;
    }
    Rank rank = rank(severity, lint, source(reported) instanceof SourceFileObject);
    if (counts.merge(rank, 1, Integer::sum) <= DiagnosticLimits.MOST) {
      diagnostics.add(converted(reported, severity, lint));
    }
  }

  /** Processors repeat themselves in each round, and in each file that they generate. */
  private boolean isOnlyReported(
      javax.tools.Diagnostic<? extends JavaFileObject> reported, Severity severity) {
    return severity == Severity.WARNING
        && onlyReported.size() <= DiagnosticLimits.MOST
        && (reported.getCode().equals(SAID_BY_PROCESSOR)
            || source(reported) instanceof GeneratedSource);
  }

  private static Rank rank(Severity severity, String lint, boolean isAboutSource) {
    if (severity == Severity.ERROR) {
      return Rank.ERROR;
    }
    return isAboutSource && WarningPolicy.canFail(lint) ? Rank.FAILING_WARNING : Rank.OTHER_WARNING;
  }

  /**
   * Returns what was reported about the user's sources, or about no source, in javac's order, and
   * how much more there was. What can decide most has room first.
   */
  List<Diagnostic> diagnostics() {
    Map<Rank, Integer> room = room();
    Map<Rank, Integer> more = new EnumMap<>(counts);
    List<Diagnostic> all = new ArrayList<>();
    for (Diagnostic each : diagnostics) {
      Rank rank = rank(each.severity(), each.lint(), !each.source().isEmpty());
      if (each.severity() == Severity.NOTE) {
        all.add(each);
      } else if (room.merge(rank, -1, Integer::sum) >= 0) {
        all.add(each);
        more.merge(rank, -1, Integer::sum);
      }
    }
    int errors = more.getOrDefault(Rank.ERROR, 0);
    int warnings =
        more.getOrDefault(Rank.FAILING_WARNING, 0) + more.getOrDefault(Rank.OTHER_WARNING, 0);
    if (errors > 0) {
      all.add(DiagnosticLimits.more(Severity.ERROR, errors));
    }
    if (warnings > 0) {
      all.add(DiagnosticLimits.more(Severity.WARNING, warnings));
    }
    return List.copyOf(all);
  }

  private Map<Rank, Integer> room() {
    Map<Rank, Integer> room = new EnumMap<>(Rank.class);
    int left = DiagnosticLimits.MOST;
    for (Rank rank : Rank.values()) {
      int taken = Math.min(left, counts.getOrDefault(rank, 0));
      room.put(rank, taken);
      left -= taken;
    }
    return room;
  }

  /** Returns what was reported about the unit that judges the contract, in javac's order. */
  List<Diagnostic> aboutContract() {
    return List.copyOf(aboutContract);
  }

  /** Returns whether the user's sources have an error so far. */
  boolean hasErrors() {
    return !errorCodes.isEmpty();
  }

  /**
   * Returns how many errors of each code the user's sources have, those included that are not kept.
   */
  Map<String, Integer> errorCodes() {
    return Map.copyOf(errorCodes);
  }

  /** Returns whether anything has an error so far. */
  boolean hasAnyErrors() {
    return hasErrors() || hasContractErrors;
  }

  /** Takes away what was reported last, if that happened since there were so many. */
  List<Diagnostic> removeSince(int size) {
    List<Diagnostic> since = diagnostics.subList(size, diagnostics.size());
    List<Diagnostic> removed = List.copyOf(since);
    since.clear();
    return removed;
  }

  /** Returns how many diagnostics about the user's sources are kept. */
  int size() {
    return diagnostics.size();
  }

  // The text that has the key is as long as the source's line. A code has one key.
  private String lintKey(javax.tools.Diagnostic<?> reported) {
    return reported.getCode().equals(SAID_BY_PROCESSOR)
        ? WarningPolicy.PROCESSOR
        : lintKeys.computeIfAbsent(reported.getCode(), code -> LintKey.of(reported));
  }

  private Diagnostic converted(
      javax.tools.Diagnostic<? extends JavaFileObject> reported, Severity severity, String lint) {
    String message = DiagnosticLimits.shortened(message(reported));
    if (!(reported.getSource() instanceof SourceFileObject file)) {
      return new Diagnostic(
          severity,
          reported.getCode(),
          source(reported) instanceof GeneratedSource source
              ? inGenerated(source, reported.getLineNumber(), message)
              : message,
          "",
          Diagnostic.NO_POSITION,
          Diagnostic.NO_POSITION,
          "",
          lint);
    }
    long position = reported.getPosition();
    SourcePositions positions = file.positions();
    long line = positions.has(position) ? positions.line(position) : reported.getLineNumber();
    return new Diagnostic(
        severity,
        reported.getCode(),
        message,
        file.source().path(),
        line,
        positions.has(position) ? positions.column(position) : reported.getColumnNumber(),
        file.line(line),
        lint);
  }

  // The file is none of the user's, thus no position of the diagnostic's.
  private static String inGenerated(GeneratedSource file, long line, String message) {
    if (line <= 0) {
      return message + "\n(in the generated file " + file.getName() + ")";
    }
    String text = file.source().line(line).strip();
    return message
        + "\n(in the generated file "
        + file.getName()
        + ", line "
        + line
        + ": "
        + DiagnosticLimits.shortened(text)
        + ")";
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
