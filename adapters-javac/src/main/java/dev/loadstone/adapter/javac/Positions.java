package dev.loadstone.adapter.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import java.util.List;
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

  /** Makes a diagnostic about a tree. */
  Diagnostic diagnosticAt(
      Tree tree,
      CompilationUnitTree unit,
      Severity severity,
      String code,
      String message,
      String lint) {
    Diagnostic note = noteAt(tree, unit);
    return new Diagnostic(
        severity,
        code,
        message,
        note.source(),
        note.line(),
        note.column(),
        note.sourceLine(),
        lint);
  }

  private Diagnostic noteAt(Tree tree, CompilationUnitTree unit) {
    int before = log.size();
    trees.printMessage(Kind.NOTE, "", tree, unit);
    List<Diagnostic> notes = log.removeSince(before);
    if (notes.size() != 1) {
      throw new IllegalStateException("javac printed " + notes.size() + " notes for one");
    }
    return notes.get(0);
  }
}
