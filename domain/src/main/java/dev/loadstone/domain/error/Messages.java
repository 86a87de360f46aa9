package dev.loadstone.domain.error;

import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wording of every error. Each text says what, where, why and what to do next. */
final class Messages {

  private Messages() {}

  static String sourceNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    return unreadable(path, reason, cause)
        + ". Give the path of a Java source file that this process may read.";
  }

  static String artifactNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    return unreadable(path, reason, cause)
        + ". Give the path of an artifact that was compiled before and that this process may read.";
  }

  static String invalidSources(List<String> paths, String detail) {
    return paths.isEmpty() ? detail : names(paths) + ": " + detail;
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
    return files.size() > 1 ? names(files) + ": compilation failed\n" + rendered : rendered;
  }

  static String adviceOnWarnings(List<Diagnostic> diagnostics) {
    List<String> keys = warningKeys(diagnostics);
    if (keys.isEmpty()) {
      return "";
    }
    long count = diagnostics.stream().filter(WarningPolicy::countsAsError).count();
    return "refused: "
        + count
        + (count == 1 ? " warning" : " warnings")
        + ", and warnings are treated as errors. Correct the source, or except "
        + (count == 1 ? "it" : "them")
        + keys.stream()
            .collect(Collectors.joining("\", \"", ": Warnings.asErrors().except(\"", "\")."));
  }

  static List<String> warningKeys(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(Diagnostic::isError)
        ? List.of()
        : diagnostics.stream()
            .filter(WarningPolicy::countsAsError)
            .map(WarningPolicy::key)
            .distinct()
            .sorted()
            .toList();
  }

  static String hostFailed(String name, String loader, @Nullable Throwable cause) {
    return "the host's class loader "
        + loader
        + " failed when it was asked for "
        + name
        + (cause == null ? "" : ": " + cause)
        + ". The fault is in the application, or in what the loader reads, and not in the plugin.";
  }

  static String compilerUnavailable() {
    return "this Java runtime has no compiler (module jdk.compiler). Run the application on a JDK, or add that module to"
        + " its runtime image; or compile the plugin on a JDK and load the artifact here.";
  }

  static String compilerCrashed(List<String> files, String output) {
    return names(files)
        + ": the compiler itself failed on this input. Nothing was compiled; simplify the source (deeply nested"
        + " expressions are a usual reason), or report it to the compiler's makers. It said:\n"
        + output.strip();
  }

  static String notAnArtifact(Path path, String reason) {
    return name(path)
        + ": not an artifact of Loadstone: "
        + reason
        + ". Nothing of it was loaded; give a file that was made by compiling a plugin.";
  }

  static String artifactCorrupt(Path path, String difference) {
    return name(path)
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
                PrintableText.line(artifact)
                    + ": built in another context than this process, so it was not loaded."
                    + " Compile it again here, or load it where it was built:",
                ""));
  }

  static String contractMismatch(String artifact, Contract builtFor, Contract requested) {
    return PrintableText.line(artifact)
        + ": built for the contract "
        + builtFor.displayName()
        + ", but "
        + requested.displayName()
        + " was asked for. Nothing of it was loaded; ask for the contract that it was built for, or compile it for this"
        + " one.";
  }

  static String linkageFailed(String plugin, Throwable cause) {
    return PrintableText.line(plugin)
        + ": the Java virtual machine refused the plugin's classes before any of its code ran: "
        + words(cause)
        + ". Compile the plugin again against the classes that this process has, or give this process the classes that"
        + " it was compiled against.";
  }

  static String pluginFailed(String plugin, Throwable cause) {
    return PrintableText.line(plugin)
        + ": the plugin's own code failed: "
        + words(cause)
        + ". Its stack trace tells where.";
  }

  static String storeFailed(Path path, String reason) {
    return name(path)
        + ": cannot be written: "
        + reason
        + ". Nothing was changed there; remove the cause, or write to another place.";
  }

  static String cacheFailed(Path folder, String reason) {
    return name(folder)
        + ": the cache cannot be used: "
        + PrintableText.line(reason)
        + ". Remove the cause, or use another folder for the cache, or none.";
  }

  static String libraryUnknown(List<String> missing, List<String> ofAnotherBuild) {
    return "cannot tell which build of Loadstone this is"
        + modules("without a readable stamp", missing)
        + modules("of another build than module bootstrap", ofAnotherBuild)
        + ". So no artifact is loaded or written, and no cache is used; sources still compile and load. Use all modules of"
        + " one build, and keep META-INF/loadstone/*.build when repackaging them.";
  }

  private static String modules(String fault, List<String> modules) {
    return modules.isEmpty() ? "" : "; " + fault + ": " + names(modules);
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

  private static String unreadable(Path path, Unreadable reason, @Nullable Throwable cause) {
    return name(path)
        + ": "
        + reason.words()
        + switch (reason) {
          // In a log, nobody sees the folder that a relative path starts from.
          case MISSING ->
              path.isAbsolute()
                  ? ""
                  : explanation(path, cause).map(" (%s)"::formatted).getOrElse("");
          case FOLDER -> "";
          case FAILED ->
              cause == null
                  ? ""
                  : ", because " + explanation(path, cause).getOrElse(() -> words(cause));
        };
  }

  /** Returns a cause's message, unless it says but the path, as those about files do. */
  private static Option<String> explanation(Path path, @Nullable Throwable cause) {
    return Option.of(cause)
        .flatMap(thrown -> Option.of(thrown.getMessage()))
        .filter(message -> !message.isBlank() && !message.equals(path.toString()));
  }

  private static String names(List<String> files) {
    return files.stream().map(PrintableText::line).collect(Collectors.joining(", "));
  }

  private static String name(Path path) {
    return PrintableText.line(path.toString());
  }
}
