package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two verdicts on one case.
 *
 * @param given the case
 * @param plain javac's verdict
 * @param ours our compiler's
 */
record Comparison(OracleCase given, Verdict plain, Verdict ours) {

  private static final String INTERNAL_API = "compiler.warn.sun.proprietary";
  private static final String PACKAGE_INFO = "package-info.class";
  private static final String DUPLICATE = "compiler.err.duplicate.class";
  private static final Set<String> NAME_TAKEN =
      Set.of("loadstone.err.package.taken", "loadstone.err.class.taken");

  /** Lets our compiler judge what javac has judged. */
  static Comparison of(OracleCase given, Verdict plain) {
    Try<Compilation> outcome = given.compiling().compile(given.files().toArray(SourceFile[]::new));
    return new Comparison(given, plain, outcome.fold(Comparison::refusal, Comparison::acceptance));
  }

  /** Compares our verdict with another one of javac. */
  Comparison with(Verdict otherPlain) {
    return new Comparison(given, otherPlain, ours);
  }

  private static Verdict acceptance(Compilation compilation) {
    return Verdict.accepted(compilation.warnings(), Compiling.written(compilation));
  }

  private static Verdict refusal(Throwable error) {
    if (error instanceof CompilationFailed failed) {
      return Verdict.refused(failed.diagnostics());
    }
    if (error instanceof InvalidSources invalid) {
      return Verdict.invalid(invalid.reason());
    }
    if (error instanceof CompilerCrashed) {
      return Verdict.crashed();
    }
    throw new AssertionError("neither a verdict nor a crash", error);
  }

  /** Returns why the verdicts differ, as far as they may. */
  Set<Difference> differences() {
    Set<Difference> found = EnumSet.noneOf(Difference.class);
    if (plain.diagnostics().stream().anyMatch(Comparison::isNote)) {
      found.add(Difference.NOTE);
    }
    if (plain.diagnostics().stream().anyMatch(this::isLost)) {
      found.add(Difference.INTERNAL_API);
    }
    if (plain.diagnostics().stream().anyMatch(Comparison::isUnplacedError)) {
      found.add(Difference.ERROR_WITHOUT_FILE);
    }
    if (ours.diagnostics().stream().anyMatch(Comparison::isAboutTakenName)) {
      found.add(Difference.NAME_TAKEN);
    }
    ours.invalid().flatMap(this::difference).forEach(found::add);
    if (isContractAlone()) {
      found.add(Difference.CONTRACT);
    }
    return found;
  }

  /** Returns whether the verdicts are the same but for the differences that may be. */
  boolean agrees() {
    if (ours.invalid().isDefined()) {
      return ours.invalid().flatMap(this::difference).isDefined();
    }
    if (isContractAlone()) {
      return true;
    }
    List<Diagnostic> said = ours.diagnostics().stream().filter(d -> !isAboutTakenName(d)).toList();
    boolean refusedByUs = said.size() < ours.diagnostics().size();
    boolean sameKind =
        refusedByUs
            ? ours.kind() == Verdict.Kind.REFUSED && plain.kind() != Verdict.Kind.CRASHED
            : ours.kind() == plain.kind();
    return sameKind
        && said.equals(comparable())
        && (refusedByUs || ours.classFiles().equals(plain.classFiles()));
  }

  /** Returns what is shown of what javac says. */
  private List<Diagnostic> comparable() {
    return plain.diagnostics().stream()
        .filter(each -> !isNote(each) && !isLost(each))
        .map(each -> isUnplacedError(each) ? each.withSource(mainFile().path()) : each)
        .toList();
  }

  private Option<Difference> difference(InvalidSources.Reason reason) {
    return switch (reason) {
      case NO_MAIN_CLASS, SEVERAL_MAIN_CLASSES ->
          Option.when(
              plain.kind() == Verdict.Kind.ACCEPTED && !hasClassNamedLikeMainFile(),
              Difference.MAIN_CLASS);
      case DUPLICATE_TYPE ->
          Option.when(
              plain.kind() == Verdict.Kind.REFUSED
                  && plain.diagnostics().stream()
                      .filter(Diagnostic::isError)
                      .allMatch(each -> each.code().equals(DUPLICATE)),
              Difference.DUPLICATE_TYPE);
      default -> Option.none();
    };
  }

  /** Where there is one, it is the main class, or a public one is. */
  private boolean hasClassNamedLikeMainFile() {
    String classFile = mainFile().baseName().replaceFirst("\\.java$", ".class");
    return !classFile.equals(PACKAGE_INFO)
        && plain.classFiles().keySet().stream()
            .anyMatch(name -> name.substring(name.lastIndexOf('/') + 1).equals(classFile));
  }

  /** Returns whether javac is content, and our errors come after all that it says. */
  private boolean isContractAlone() {
    List<Diagnostic> before = comparable();
    List<Diagnostic> said = ours.diagnostics();
    return given.compiling().contract() instanceof Contract.HostType
        && plain.kind() == Verdict.Kind.ACCEPTED
        && ours.kind() == Verdict.Kind.REFUSED
        && said.size() > before.size()
        && said.subList(0, before.size()).equals(before)
        && said.subList(before.size(), said.size()).stream()
            .noneMatch(Comparison::isAboutTakenName);
  }

  private static boolean isUnplacedError(Diagnostic diagnostic) {
    return diagnostic.isError() && diagnostic.source().isEmpty();
  }

  private SourceFile mainFile() {
    return given.files().get(given.files().size() - 1);
  }

  private static boolean isNote(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.NOTE;
  }

  /** Returns whether javac says it with its own file manager only, which it has for a release. */
  private boolean isLost(Diagnostic diagnostic) {
    return diagnostic.code().equals(INTERNAL_API)
        && given.compiling().settings().release().isEmpty();
  }

  private static boolean isAboutTakenName(Diagnostic diagnostic) {
    return NAME_TAKEN.contains(diagnostic.code());
  }

  /** Describes the case, and lists both verdicts, with a mark where they part. */
  @Override
  public String toString() {
    return "%s%njavac: %s%n%s%nours: %s %s%n%s%nclass files that differ: %s%n"
        .formatted(
            given.name(),
            plain.kind(),
            lines(comparable(), ours.diagnostics()),
            ours.kind(),
            ours.invalid().map(Object::toString).getOrElse(""),
            lines(ours.diagnostics(), comparable()),
            plain.kind() == ours.kind() ? differingClassFiles() : List.of());
  }

  private static String lines(List<Diagnostic> diagnostics, List<Diagnostic> other) {
    return diagnostics.stream()
        .map(each -> (other.contains(each) ? "    " : "  ! ") + each)
        .collect(Collectors.joining("\n"));
  }

  private List<String> differingClassFiles() {
    return Stream.concat(plain.classFiles().keySet().stream(), ours.classFiles().keySet().stream())
        .distinct()
        .filter(name -> !Objects.equals(plain.classFiles().get(name), ours.classFiles().get(name)))
        .sorted()
        .toList();
  }
}
