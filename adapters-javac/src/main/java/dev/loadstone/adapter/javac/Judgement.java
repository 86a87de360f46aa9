package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.MainClassRule;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.stream.Stream;

/** Says what came of a compilation, in the order in which errors count. */
final class Judgement {

  private final CompilationRequest request;
  private final HostView host;
  private final HiddenPackages hidden;
  private final DiagnosticLog log;
  private final ParsedFiles files;
  private final Option<ContractCheck> contract;
  private final Option<UnprocessedAnnotations> unprocessed;

  Judgement(
      CompilationRequest request,
      HostView host,
      HostClasses classes,
      DiagnosticLog log,
      ParsedFiles files,
      Option<ContractCheck> contract,
      Option<UnprocessedAnnotations> unprocessed) {
    this.request = request;
    this.host = host;
    this.hidden = new HiddenPackages(host, classes);
    this.log = log;
    this.files = files;
    this.contract = contract;
    this.unprocessed = unprocessed;
  }

  /**
   * What counts of a compilation without errors.
   *
   * @param mainClass the binary name of the main class
   * @param warnings the warnings that are shown
   */
  record Outcome(String mainClass, List<Diagnostic> warnings) {}

  Try<Outcome> judge(Positions positions) {
    List<Diagnostic> said = log.diagnostics().stream().map(this::named).toList();
    Option<InvalidSources> duplicates = DuplicateTypes.judge(log.errorCodes(), files.all());
    return duplicates.isDefined()
        ? Try.failure(duplicates.get())
        : new TakenNames(host, positions, said)
            .diagnostics(files.withGenerated())
            .map(taken -> taken.stream().map(this::named).toList())
            .flatMap(taken -> withoutErrors(concat(said, taken)))
            .flatMap(ours -> mainClass().flatMap(name -> fitting(name, ours, positions)));
  }

  // An error about the options, or about a class that is broken, has no file of the user's.
  private Diagnostic named(Diagnostic said) {
    return said.isError() && said.source().isEmpty()
        ? said.withSource(request.sources().mainFile().path())
        : said;
  }

  private Try<Outcome> fitting(String mainClass, List<Diagnostic> ours, Positions positions) {
    List<Diagnostic> aboutContract =
        contract.map(check -> check.diagnostics(positions)).getOrElse(List.of());
    return withoutErrors(concat(ours, aboutContract))
        .map(all -> new Outcome(mainClass, concat(all, unprocessed(positions))));
  }

  private List<Diagnostic> unprocessed(Positions positions) {
    List<Diagnostic> warnings =
        unprocessed.map(annotations -> annotations.warnings(positions)).getOrElse(List.of());
    return request.settings().warnings().shown(warnings);
  }

  private Try<String> mainClass() {
    ParsedFile main = files.main().get();
    return MainClassRule.mainClass(main.source(), main.outline()).map(main.outline()::binaryName);
  }

  private Try<List<Diagnostic>> withoutErrors(List<Diagnostic> diagnostics) {
    List<Diagnostic> shown = request.settings().warnings().shown(diagnostics);
    return shown.stream().anyMatch(Diagnostic::isError)
        ? hidden
            .explain(shown)
            .flatMap(
                said ->
                    Try.failure(
                        new CompilationFailed(
                            said, UnprocessedAnnotations.advice(request.settings(), files.all()))))
        : Try.success(shown);
  }

  private static List<Diagnostic> concat(List<Diagnostic> one, List<Diagnostic> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
