package dev.loadstone.adapter.javac;

import com.sun.source.tree.Tree;
import dev.loadstone.domain.compilation.ContractText;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.source.MainClassRule;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the main class fits a contract. Writes the texts of the {@link ContractUnit}s, and
 * translates what javac says about it into diagnostics at the user's own lines.
 */
final class ContractCheck {

  private static final String NO_ACCESS = "compiler.err.report.access";
  private static final String CONSTRUCTOR_NOT_PUBLIC = "loadstone.err.constructor.not.public";
  private static final String CONSTRUCTOR_MISSING = "loadstone.err.constructor.missing";
  private static final String UNCHECKED = "unchecked";

  private final Contract.HostType contract;
  private final ParsedFiles files;
  private final DiagnosticLog log;
  private Option<EntryPoint> entryPoint = Option.none();
  private String name = "";

  ContractCheck(Contract.HostType contract, ParsedFiles files, DiagnosticLog log) {
    this.contract = contract;
    this.files = files;
    this.log = log;
  }

  /** Returns the units by which javac judges, to be compiled after all files. */
  List<ContractUnit> units() {
    return ContractUnit.of(this::declaration, this::assignment);
  }

  /**
   * Writes the first unit's text, once all files are parsed. Javac has not yet added what is
   * implicit to the trees.
   */
  private String declaration() {
    if (log.hasErrors()) {
      return "";
    }
    entryPoint =
        files
            .main()
            .flatMap(
                main ->
                    MainClassRule.mainClass(main.source(), main.outline())
                        .toOption()
                        .map(name -> EntryPoint.of(main.type(name), files::isWritten)));
    name =
        ContractText.nameBeside(files.withGenerated().stream().map(ParsedFile::outline).toList());
    return entryPoint.map(each -> ContractText.declaration(name, contract)).getOrElse("");
  }

  private String assignment() {
    return entryPoint
        .map(
            each ->
                ContractText.assignment(
                    name, files.main().get().outline().packageName(), each.expression()))
        .getOrElse("");
  }

  /**
   * Returns the errors and warnings about the contract, at the user's lines; none where nothing was
   * judged.
   */
  List<Diagnostic> diagnostics(Positions positions) {
    return entryPoint.map(each -> diagnostics(each, positions)).getOrElse(List.of());
  }

  private List<Diagnostic> diagnostics(EntryPoint entry, Positions positions) {
    List<Diagnostic> translated = new ArrayList<>();
    for (Diagnostic each : log.aboutContract()) {
      if (each.isError()) {
        Tree place = each.code().equals(NO_ACCESS) ? entry.guarded() : entry.maker();
        translated.add(
            translated(
                each,
                ContractText.without(name, each.message()) + "\n" + expectation(entry),
                place,
                positions));
      } else if (each.lint().equals(UNCHECKED) && !entry.suppressesUnchecked()) {
        translated.add(translated(each, each.message(), entry.maker(), positions));
      }
    }
    if (translated.stream().noneMatch(Diagnostic::isError)) {
      aboutConstructor(entry, positions).forEach(translated::add);
    }
    return translated;
  }

  /** Judges what the compiler has nothing against. */
  private Option<Diagnostic> aboutConstructor(EntryPoint entry, Positions positions) {
    String name = entry.mainClass().getSimpleName().toString();
    if (entry.lacksConstructor()) {
      return Option.some(
          ours(CONSTRUCTOR_MISSING, name + " has no no-argument constructor", entry, positions));
    }
    return Option.when(
        entry.hasHiddenConstructor(),
        () ->
            ours(
                CONSTRUCTOR_NOT_PUBLIC,
                "the no-argument constructor of " + name + " is not public",
                entry,
                positions));
  }

  private Diagnostic ours(String code, String message, EntryPoint entry, Positions positions) {
    return translated(
        Diagnostic.error(code, "", ""),
        message + "\n" + expectation(entry),
        entry.guarded(),
        positions);
  }

  private Diagnostic translated(Diagnostic said, String message, Tree place, Positions positions) {
    return positions.diagnosticAt(
        place, files.main().get(), said.severity(), said.code(), message, said.lint());
  }

  private String expectation(EntryPoint entry) {
    return entry.provider().isDefined()
        ? ContractText.expectationOfProvider(contract)
        : ContractText.expectation(contract);
  }
}
