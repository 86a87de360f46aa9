package dev.loadstone.adapter.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import java.util.List;

/** Reads import declarations off their trees. */
final class Imports {

  private static final String ALL = "*";
  private static final String OF_MODULE = "import module ";

  private Imports() {}

  static List<TypeImport> of(CompilationUnitTree unit) {
    return unit.getImports().stream()
        // Later than the release that this is compiled for, so there is no method to ask.
        .filter(tree -> !tree.toString().stripLeading().startsWith(OF_MODULE))
        .map(Imports::of)
        .toList();
  }

  private static TypeImport of(ImportTree tree) {
    List<String> dotted = DottedName.of(tree.getQualifiedIdentifier());
    int last = dotted.size() - 1;
    boolean onDemand = dotted.get(last).equals(ALL);
    String name = String.join(".", onDemand ? dotted.subList(0, last) : dotted);
    return new TypeImport(name, form(tree.isStatic(), onDemand));
  }

  private static Form form(boolean isStatic, boolean onDemand) {
    if (isStatic) {
      return onDemand ? Form.STATIC_ON_DEMAND : Form.STATIC;
    }
    return onDemand ? Form.ON_DEMAND : Form.SINGLE;
  }
}
