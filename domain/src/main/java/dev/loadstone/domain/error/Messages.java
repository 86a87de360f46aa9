package dev.loadstone.domain.error;

import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wording of every error. Each text says what, where, why and what to do next. */
final class Messages {

  /** How many differences a message tells; the error has them all. */
  private static final int MOST_DIFFERENCES = 100;

  private Messages() {}

  static PrintableText sourceNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    return text(
        "%s. Give the path of a Java source file that this process may read.",
        unreadable(path, reason, cause));
  }

  static PrintableText artifactNotFound(Path path, Unreadable reason, @Nullable Throwable cause) {
    return artifactNotFound(unreadable(path, reason, cause));
  }

  static PrintableText artifactUnreadable(String place, Throwable cause) {
    return artifactNotFound(unreadable(place, Unreadable.FAILED, cause));
  }

  private static PrintableText artifactNotFound(PrintableText why) {
    return text(
        "%s. Give the path of an artifact that was compiled before and that this process may read.",
        why);
  }

  static PrintableText invalidSources(List<String> paths, String detail) {
    return paths.isEmpty() ? text("%s", detail) : text("%s: %s", names(paths), detail);
  }

  static PrintableText compilationFailed(List<Diagnostic> diagnostics, String otherAdvice) {
    List<String> files =
        diagnostics.stream()
            .sorted(Comparator.comparing(Diagnostic::severity))
            .map(Diagnostic::source)
            .filter(source -> !source.isEmpty())
            .distinct()
            .toList();
    PrintableText advice =
        otherAdvice.isEmpty() ? adviceOnWarnings(diagnostics) : text("%s", otherAdvice);
    PrintableText diagnosticLines = DiagnosticRenderer.render(diagnostics);
    PrintableText rendered =
        advice.isEmpty() ? diagnosticLines : text("%s\n%s", diagnosticLines, advice);
    return files.size() > 1 ? text("%s: compilation failed\n%s", names(files), rendered) : rendered;
  }

  static PrintableText adviceOnWarnings(List<Diagnostic> diagnostics) {
    List<String> keys = warningKeys(diagnostics);
    if (keys.isEmpty()) {
      return text("");
    }
    long count = diagnostics.stream().filter(WarningPolicy::countsAsError).count();
    return text(
        "refused: %s, and warnings are treated as errors. Correct the source, or except %s:"
            + " Warnings.asErrors().except(\"%s\").",
        count + (count == 1 ? " warning" : " warnings"),
        count == 1 ? "it" : "them",
        String.join("\", \"", keys));
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

  static PrintableText hostFailed(String name, String loader, @Nullable Throwable cause) {
    return text(
        "the host's class loader %s failed when it was asked for %s%s. The fault is in the"
            + " application, or in what the loader reads, and not in the plugin.",
        loader, name, cause == null ? "" : ": " + words(cause));
  }

  static PrintableText compilerUnavailable() {
    return text(
        "this Java runtime has no compiler (module jdk.compiler). Run the application on a JDK, or"
            + " add that module to its runtime image, or dev.loadstone:loadstone-adapters-ecj to"
            + " the application; or compile the plugin elsewhere and load the artifact here.");
  }

  static PrintableText compilerUnavailableInNativeImage() {
    return text(
        "a native image has no compiler, and defines no classes when it runs, so no plugin can be"
            + " loaded in one. Run the application in a JVM, such as a runtime image of jlink.");
  }

  static PrintableText compilerCrashed(List<String> files, String output) {
    return text(
        "%s: the compiler itself failed on this input. Nothing was compiled; simplify the source"
            + " (deeply nested expressions are a usual reason), or report it to the compiler's"
            + " makers. It said:\n"
            + "%s",
        names(files), PrintableText.lines(output.strip()));
  }

  static PrintableText processorFailed(List<String> files, String processor, String reason) {
    return text(
        "%s: the annotation processor %s %s. Nothing was compiled; look for a release of the"
            + " processor without this fault, or take it off the processor path.",
        names(files), processor, reason);
  }

  static PrintableText processorPathUnreadable(
      Path file, Unreadable reason, @Nullable Throwable cause) {
    return processorPath(unreadable(file, reason, cause));
  }

  static PrintableText processorPathFailed(String entry, String reason) {
    return processorPath(text("%s: %s", entry, reason));
  }

  private static PrintableText processorPath(PrintableText why) {
    return text(
        "%s. Nothing was compiled; the processor path takes JARs with annotation processors, and"
            + " those that they need.",
        why);
  }

  static PrintableText recordingFailed(String className, String reason) {
    return text(
        "%s: what the plugin was compiled against cannot be recorded: the class file of this class"
            + " %s. The plugin is neither written nor kept in the cache, but its sources still"
            + " load. Replace the class file if it is damaged; if the library that reads it is too"
            + " old, put a newer one before it in the class path.",
        className, reason);
  }

  static PrintableText notAnArtifact(String place, String reason) {
    return text(
        "%s: not an artifact of Loadstone: %s. Nothing of it was loaded; give a file that was made"
            + " by compiling a plugin.",
        place, reason);
  }

  static PrintableText artifactCorrupt(String place, String difference) {
    return text(
        "%s: a damaged artifact: %s. Nothing of it was loaded; compile the plugin again, or copy"
            + " the file again.",
        place, difference);
  }

  static PrintableText contextMismatch(String artifact, List<Difference> differences) {
    return text(
        "%s: built in another context than this process, so it was not loaded. Compile it again"
            + " here, or load it where it was built:%s",
        artifact,
        PrintableText.join(
            "",
            Stream.concat(
                    differences.stream()
                        .limit(MOST_DIFFERENCES)
                        .map(difference -> text("\n  %s", difference)),
                    Stream.of(differences.size() - MOST_DIFFERENCES)
                        .filter(more -> more > 0)
                        .map(more -> text("\n  and %d more".formatted(more))))
                .toList()));
  }

  static PrintableText contractMismatch(String artifact, Contract builtFor, Contract requested) {
    return text(
        "%s: built for the contract %s, but %s was asked for. Nothing of it was loaded; ask for the"
            + " contract that it was built for, or compile it for this one.",
        artifact, builtFor.displayName(), requested.displayName());
  }

  static PrintableText argumentsNotTaken(String artifact, String objection) {
    return text(
        "%s: %s. Nothing of it was loaded; give no arguments, or compile the plugin with a main"
            + " method that takes them.",
        artifact, objection);
  }

  static PrintableText linkageFailed(String plugin, Throwable cause) {
    return text(
        "%s: the Java virtual machine refused the plugin's classes before any of its code ran: %s."
            + " Compile the plugin again against the classes that this process has, or give this"
            + " process the classes that it was compiled against.",
        plugin, words(cause));
  }

  static PrintableText pluginFailed(String plugin, ThrowableText thrown) {
    return thrown
        .place()
        .map(
            place ->
                text("%s: the plugin's own code failed at %s: %s", plugin, place, thrown.text()))
        .getOrElse(
            () ->
                text(
                    "%s: the plugin's own code failed: %s (its stack trace shows no line of the"
                        + " plugin)",
                    plugin, thrown.text()));
  }

  static PrintableText storeFailed(Path path, String reason) {
    return text(
        "%s: cannot be written: %s. Nothing was changed there; remove the cause, or write to"
            + " another place.",
        path, reason);
  }

  static PrintableText cacheFailed(String place, String reason) {
    return text(
        "%s: the cache cannot be used: %s. Remove the cause, or use another folder for the cache,"
            + " or none.",
        place, reason);
  }

  static PrintableText notOffered(String store, String lacking) {
    return text(
        "%s: this store of the cache cannot %s. Loads use it all the same; a store that can do so"
            + " says it by implementing CacheMaintenance.",
        store, lacking);
  }

  static PrintableText executorRefused(String plugin, @Nullable Throwable cause) {
    return text(
        "%s: the application's executor %s. None of the plugin's code ran. The executor given to"
            + " Loadstone.Builder.executor must accept and run every task for as long as the library is used.",
        plugin,
        cause == null
            ? "discarded the plugin without running it"
            : "refused to run the plugin: " + words(cause));
  }

  static PrintableText timedOut(TimedOut.Work work, String plugin, Duration limit, String thread) {
    return switch (work) {
      case COMPILATION ->
          text(
              "%s: compiling took longer than the limit of %s (compileLimit). The compiler cannot be stopped, so the"
                  + " thread %s is still running. Simplify the source, or raise the limit.",
              plugin, seconds(limit), thread);
      case START ->
          text(
              "%s: starting the plugin took longer than the limit of %s (startLimit). Its code cannot be stopped, so the"
                  + " thread %s is still running; the cause shows where. Let the plugin do less when it starts, or raise"
                  + " the limit.",
              plugin, seconds(limit), thread);
    };
  }

  private static String seconds(Duration limit) {
    return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }

  static PrintableText compilerBusy(String plugin, List<String> threads) {
    return text(
        "%s: cannot compile, because every compiler thread is still busy with a compilation that was given up (%s). A"
            + " compiler cannot be stopped. Look at the stacks of these threads to see which sources keep it busy, and"
            + " restart the application.",
        plugin, String.join(", ", threads));
  }

  static PrintableText libraryUnknown(List<String> missing, List<String> ofAnotherBuild) {
    return text(
        "cannot tell which build of Loadstone this is%s%s. So no artifact is loaded or written, and"
            + " no cache is used; sources still compile and load. Use all modules of one build, and"
            + " keep META-INF/loadstone/*.build when repackaging them.",
        modules("without a readable stamp", missing),
        modules("of another build than module bootstrap", ofAnotherBuild));
  }

  private static PrintableText modules(String fault, List<String> modules) {
    return modules.isEmpty() ? text("") : text("; %s: %s", fault, names(modules));
  }

  static PrintableText schedulerStarted() {
    return text(
        "the scheduler has been started by an asynchronous call, so a blocking load is refused. Use"
            + " loadArtifact instead, or load before the first asynchronous call.");
  }

  static PrintableText closed() {
    return text("this Loadstone has been closed. Create another one to load plugins.");
  }

  private static String words(Throwable cause) {
    return ThrowableText.of(cause).text();
  }

  private static PrintableText unreadable(Path path, Unreadable reason, @Nullable Throwable cause) {
    // In a log, nobody sees the folder that a relative path starts from.
    boolean isClear = reason == Unreadable.MISSING && path.isAbsolute();
    return unreadable(path.toString(), reason, isClear ? null : cause);
  }

  private static PrintableText unreadable(
      String place, Unreadable reason, @Nullable Throwable cause) {
    String explanation =
        switch (reason) {
          case MISSING -> explanation(place, cause).map(" (%s)"::formatted).getOrElse("");
          case FOLDER -> "";
          case FAILED ->
              cause == null
                  ? ""
                  : ", because " + explanation(place, cause).getOrElse(() -> words(cause));
        };
    return text("%s: %s%s", place, reason.words(), explanation);
  }

  /** Returns a cause's message, unless it says but the path, as those about files do. */
  private static Option<String> explanation(String place, @Nullable Throwable cause) {
    return Option.of(cause)
        .flatMap(thrown -> Option.of(thrown.getMessage()))
        .filter(message -> !message.isBlank() && !message.equals(place));
  }

  private static PrintableText names(List<String> files) {
    return PrintableText.join(", ", files.stream().map(PrintableText::line).toList());
  }

  private static PrintableText text(String template, Object... values) {
    return PrintableText.of(template, values);
  }
}
