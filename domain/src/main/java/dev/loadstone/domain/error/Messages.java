package dev.loadstone.domain.error;

import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wording of every error. Each text says what, where, why and what to do next. */
final class Messages {

  private Messages() {}

  static String sourceNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    return path
        + ": "
        + reason.words()
        + because(reason, cause)
        + ". Give the path of a Java source file that this process may read.";
  }

  static String artifactNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    return path
        + ": "
        + reason.words()
        + because(reason, cause)
        + ". Give the path of an artifact that was compiled before and that this process may read.";
  }

  static String invalidSources(List<String> paths, String detail) {
    return paths.isEmpty() ? detail : String.join(", ", paths) + ": " + detail;
  }

  static String compilationFailed(List<Diagnostic> diagnostics) {
    List<String> files =
        diagnostics.stream()
            .sorted(Comparator.comparing(Diagnostic::severity))
            .map(Diagnostic::source)
            .filter(source -> !source.isEmpty())
            .distinct()
            .toList();
    String advice = adviceOnWarnings(diagnostics);
    String rendered =
        DiagnosticRenderer.render(diagnostics) + (advice.isEmpty() ? "" : "\n" + advice);
    return files.size() > 1
        ? String.join(", ", files) + ": compilation failed\n" + rendered
        : rendered;
  }

  static String adviceOnWarnings(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return "";
    }
    List<Diagnostic> counting = diagnostics.stream().filter(WarningPolicy::countsAsError).toList();
    String keys =
        counting.stream()
            .map(Diagnostic::lint)
            .filter(key -> !key.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "refused: warnings count as errors, and "
        + counting.size()
        + (counting.size() == 1 ? " of these does" : " of these do")
        + (keys.isEmpty() ? "" : " (" + keys + ")")
        + ". Correct the source, or set warnings to be reported, or except their keys.";
  }

  static String compilerUnavailable() {
    return "this Java runtime has no compiler (module jdk.compiler). Run the application on a JDK, or add that module to"
        + " its runtime image; or compile the plugin on a JDK and load the artifact here.";
  }

  static String compilerCrashed(List<String> files, String output) {
    return String.join(", ", files)
        + ": the compiler itself failed on this input. Nothing was compiled; simplify the source (deeply nested"
        + " expressions are a usual reason), or report it to the compiler's makers. It said:\n"
        + output.strip();
  }

  static String notAnArtifact(Path path, String reason) {
    return path
        + ": not an artifact of Loadstone: "
        + reason
        + ". Nothing of it was loaded; give a file that was made by compiling a plugin.";
  }

  static String artifactCorrupt(Path path, String difference) {
    return path
        + ": a damaged artifact: "
        + difference
        + ". Nothing of it was loaded; compile the plugin again, or copy the file again.";
  }

  static String contextMismatch(String artifact, List<Difference> differences) {
    return differences.stream()
        .map(difference -> "\n  " + difference)
        .collect(
            Collectors.joining(
                "",
                artifact
                    + ": built in another context than this process, so it was not loaded."
                    + " Compile it again here, or load it where it was built:",
                ""));
  }

  static String contractMismatch(String artifact, Contract builtFor, Contract requested) {
    return artifact
        + ": built for the contract "
        + builtFor.displayName()
        + ", but "
        + requested.displayName()
        + " was asked for. Nothing of it was loaded; ask for the contract that it was built for, or compile it for this"
        + " one.";
  }

  static String linkageFailed(String plugin, Throwable cause) {
    return plugin
        + ": the Java virtual machine refused the plugin's classes before any of its code ran: "
        + words(cause)
        + ". Compile the plugin again against the classes that this process has.";
  }

  static String pluginFailed(String plugin, Throwable cause) {
    return plugin
        + ": the plugin's own code failed: "
        + words(cause)
        + ". Its stack trace tells where.";
  }

  static String storeFailed(Path path, String reason) {
    return path + ": cannot be written: " + reason + ". Nothing was changed there.";
  }

  static String schedulerStarted() {
    return "the scheduler has been started by an asynchronous call, so a blocking load is refused."
        + " Use loadArtifact instead, or load before the first asynchronous call.";
  }

  static String closed() {
    return "this Loadstone has been closed. Create another one to load plugins.";
  }

  // A plugin's own throwable may throw again when it is asked for its message.
  private static String words(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable thrownByIt) {
      return cause.getClass().getName();
    }
  }

  /** A missing file needs no exception to explain it. */
  private static String because(Unreadable reason, @Nullable Throwable cause) {
    return cause == null || reason != Unreadable.FAILED ? "" : " (" + cause + ")";
  }
}
