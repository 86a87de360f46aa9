package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.ContractText;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;

/**
 * Whether the main class fits a contract: the compiler itself judges it by two units of ours, see
 * {@link ContractText}, and what it says is told at the user's own lines.
 */
final class ContractCheck {

  private static final String CONSTRUCTOR_NOT_PUBLIC = "loadstone.err.constructor.not.public";
  private static final String CONSTRUCTOR_MISSING = "loadstone.err.constructor.missing";
  private static final String DECLARATION = "Declaration";
  private static final String UNCHECKED = "unchecked";

  /** Says that something may not be used from where it is. */
  private static final Set<Integer> NO_ACCESS =
      Set.of(IProblem.NotVisibleConstructor, IProblem.NotVisibleMethod, IProblem.NotVisibleType);

  private final Contract.HostType contract;
  private final Problems problems;
  private Option<EntryPoint> entryPoint = Option.none();
  private String name = "";

  ContractCheck(Contract.HostType contract, Problems problems) {
    this.contract = contract;
    this.problems = problems;
  }

  /**
   * Returns the units by which the compiler judges, to be compiled after all files.
   *
   * @param mainType the main class's tree, once all files are parsed
   * @param files all files by then
   */
  List<SourceUnit> units(
      Supplier<Option<TypeDeclaration>> mainType, Supplier<List<ParsedUnit>> files) {
    return List.of(
        SourceUnit.ofContract(DECLARATION, () -> declaration(mainType.get(), files.get())),
        SourceUnit.ofContract("Assignment", () -> assignment(files.get())));
  }

  private String declaration(Option<TypeDeclaration> mainType, List<ParsedUnit> files) {
    entryPoint = mainType.map(EntryPoint::of);
    name = ContractText.nameBeside(files.stream().map(ParsedUnit::outline).toList());
    return entryPoint.map(each -> ContractText.declaration(name, contract)).getOrElse("");
  }

  private String assignment(List<ParsedUnit> files) {
    String packageName = files.get(files.size() - 1).outline().packageName();
    return entryPoint
        .map(each -> ContractText.assignment(name, packageName, each.expression()))
        .getOrElse("");
  }

  /** Returns the errors and warnings about the contract, at the user's lines. */
  List<Diagnostic> diagnostics(List<CategorizedProblem> aboutUnits, SourceFile mainFile) {
    return entryPoint.map(each -> diagnostics(each, aboutUnits, mainFile)).getOrElse(List.of());
  }

  private List<Diagnostic> diagnostics(
      EntryPoint entry, List<CategorizedProblem> aboutUnits, SourceFile mainFile) {
    List<Diagnostic> translated = new ArrayList<>();
    for (CategorizedProblem each : ofFirstWithErrors(aboutUnits)) {
      if (each.isError()) {
        int place = NO_ACCESS.contains(each.getID()) ? entry.guarded() : entry.maker();
        String message = ContractText.without(name, each.getMessage()) + "\n" + expectation(entry);
        translated.add(
            problems.at(place, mainFile, Severity.ERROR, Problems.code(each), message, ""));
      } else if (Problems.lint(each).equals(UNCHECKED) && !entry.suppressesUnchecked()) {
        translated.add(
            problems.at(
                entry.maker(),
                mainFile,
                Severity.WARNING,
                Problems.code(each),
                each.getMessage(),
                UNCHECKED));
      }
    }
    if (translated.stream().noneMatch(Diagnostic::isError)) {
      aboutConstructor(entry, mainFile).forEach(translated::add);
    }
    return translated;
  }

  // Where the declaration of the contract is wrong, so is the assignment, whatever is assigned.
  private static List<CategorizedProblem> ofFirstWithErrors(List<CategorizedProblem> all) {
    List<CategorizedProblem> ofDeclaration =
        all.stream()
            .filter(each -> new String(each.getOriginatingFileName()).equals(DECLARATION))
            .toList();
    return ofDeclaration.stream().anyMatch(CategorizedProblem::isError) ? ofDeclaration : all;
  }

  /** Judges what the compiler has nothing against. */
  private Option<Diagnostic> aboutConstructor(EntryPoint entry, SourceFile mainFile) {
    if (entry.lacksConstructor()) {
      return Option.some(
          ours(
              CONSTRUCTOR_MISSING,
              entry.name() + " has no no-argument constructor",
              entry,
              mainFile));
    }
    return Option.when(
        entry.hasHiddenConstructor(),
        () ->
            ours(
                CONSTRUCTOR_NOT_PUBLIC,
                "the no-argument constructor of " + entry.name() + " is not public",
                entry,
                mainFile));
  }

  private Diagnostic ours(String code, String message, EntryPoint entry, SourceFile mainFile) {
    return problems.at(
        entry.guarded(), mainFile, Severity.ERROR, code, message + "\n" + expectation(entry), "");
  }

  private String expectation(EntryPoint entry) {
    return entry.provider().isDefined()
        ? ContractText.expectationOfProvider(contract)
        : ContractText.expectation(contract);
  }
}
