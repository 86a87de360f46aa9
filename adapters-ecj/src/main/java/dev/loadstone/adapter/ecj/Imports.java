package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;

/** Reads import declarations off their trees. */
final class Imports {

  private Imports() {}

  static List<TypeImport> of(CompilationUnitDeclaration unit) {
    return Stream.ofNullable(unit.imports)
        .flatMap(Stream::of)
        .filter(each -> !ModuleImports.isOfModule(each))
        .map(each -> new TypeImport(CharOperation.toString(each.tokens), form(each)))
        .toList();
  }

  private static Form form(ImportReference tree) {
    boolean onDemand = (tree.bits & ASTNode.OnDemand) != 0;
    if (tree.isStatic()) {
      return onDemand ? Form.STATIC_ON_DEMAND : Form.STATIC;
    }
    return onDemand ? Form.ON_DEMAND : Form.SINGLE;
  }
}
