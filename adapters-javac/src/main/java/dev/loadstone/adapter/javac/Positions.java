package dev.loadstone.adapter.javac;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import javax.tools.Diagnostic.Kind;

/**
 * Places diagnostics of our own where javac would place its own about the same tree: at a method's
 * name, at the word {@code class}. Only javac knows these positions, and it tells them only in a
 * diagnostic: so it is asked for a note.
 */
final class Positions {

  private final Trees trees;
  private final DiagnosticLog log;

  Positions(Trees trees, DiagnosticLog log) {
    this.trees = trees;
    this.log = log;
  }

  /** Makes a diagnostic about a tree of a file. */
  Diagnostic diagnosticAt(
      Tree tree, ParsedFile file, Severity severity, String code, String message, String lint) {
    Diagnostic place = placeOf(tree, file);
    return new Diagnostic(
        severity,
        code,
        message,
        place.source(),
        place.line(),
        place.column(),
        place.sourceLine(),
        lint);
  }

  private Diagnostic placeOf(Tree tree, ParsedFile file) {
    int before = log.size();
    trees.printMessage(Kind.NOTE, "", tree, file.unit());
    return log.removeSince(before).stream()
        .findFirst()
        .orElseGet(() -> Diagnostic.error("", "", file.source().path()));
  }
}
