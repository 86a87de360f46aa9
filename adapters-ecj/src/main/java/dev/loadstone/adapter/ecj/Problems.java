package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticLimits;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceLines;
import dev.loadstone.domain.source.SourcePositions;
import io.vavr.Lazy;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;

/** Makes diagnostics of what the compiler says, at the user's own lines. */
final class Problems {

  static final String IMPORT_NOT_FOUND = "ecj.ImportNotFound";

  static final String UNREADABLE_CLASS = "loadstone.err.class.unreadable";

  private static final String PREFIX = "ecj.";

  /** What the compiler says of names that mean nothing to it. */
  private static final Set<Integer> NOT_FOUND =
      Set.of(
          IProblem.ImportNotFound,
          IProblem.CannotImportPackage,
          IProblem.UndefinedType,
          IProblem.UndefinedName,
          IProblem.UnresolvedVariable,
          IProblem.IsClassPathCorrect,
          IProblem.IsClassPathCorrectWithReferencingType,
          IProblem.MissingTypeInMethod,
          IProblem.MissingTypeInConstructor);

  /** The compiler's own names for what it says. */
  private static final Lazy<Map<Integer, String>> NAMES = Lazy.of(Problems::names);

  private final IdentityHashMap<SourceFile, SourcePositions> positions = new IdentityHashMap<>();

  private final IdentityHashMap<SourceFile, SourceLines> lines = new IdentityHashMap<>();

  Diagnostic diagnostic(CategorizedProblem problem, SourceFile file) {
    return at(
        problem.getSourceStart(),
        file,
        problem.isError() ? Severity.ERROR : Severity.WARNING,
        code(problem),
        DiagnosticLimits.shortened(message(problem)),
        lint(problem));
  }

  // The compiler is told that each name which is no class's is a package's.
  private static String message(CategorizedProblem problem) {
    return problem.getID() == IProblem.CannotImportPackage
        ? missingImport(String.join(".", problem.getArguments()))
        : problem.getMessage();
  }

  static String missingImport(String name) {
    return "The import " + name + " cannot be resolved";
  }

  /** Makes a diagnostic about a position of a file. */
  Diagnostic at(
      int position, SourceFile file, Severity severity, String code, String message, String lint) {
    SourcePositions ofFile =
        positions.computeIfAbsent(file, each -> new SourcePositions(each.code()));
    if (!ofFile.has(position)) {
      return new Diagnostic(
          severity,
          code,
          message,
          file.path(),
          Diagnostic.NO_POSITION,
          Diagnostic.NO_POSITION,
          "",
          lint);
    }
    int line = ofFile.line(position);
    String text = lines.computeIfAbsent(file, SourceFile::lines).line(line);
    return new Diagnostic(
        severity, code, message, file.path(), line, ofFile.column(position), text, lint);
  }

  static String code(CategorizedProblem problem) {
    return PREFIX + NAMES.get().getOrDefault(problem.getID(), Integer.toString(problem.getID()));
  }

  /** Returns the names that an error is about, if it is that they mean nothing. */
  static List<String> names(CategorizedProblem problem) {
    return NOT_FOUND.contains(problem.getID()) ? List.of(problem.getArguments()) : List.of();
  }

  static String lint(CategorizedProblem problem) {
    return problem.isError() ? "" : LintKey.of(problem.getID()).map(LintKey::lint).getOrElse("");
  }

  private static Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    for (Field field : IProblem.class.getFields()) {
      try {
        if (field.getType() == int.class) {
          names.putIfAbsent(field.getInt(null), field.getName());
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e); // They are constants of a public interface.
      }
    }
    return names;
  }
}
