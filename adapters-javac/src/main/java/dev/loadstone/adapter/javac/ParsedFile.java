package dev.loadstone.adapter.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceOutline;
import dev.loadstone.domain.source.SourceOutline.Access;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A source file that javac has parsed.
 *
 * @param source the file
 * @param unit its tree, to which javac adds as it goes on
 * @param types its top-level types, in order
 * @param outline what it declares
 */
record ParsedFile(
    SourceFile source, CompilationUnitTree unit, List<ClassTree> types, SourceOutline outline) {

  static ParsedFile of(SourceFile source, CompilationUnitTree unit) {
    List<ClassTree> types =
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .toList();
    String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    return new ParsedFile(
        source,
        unit,
        types,
        new SourceOutline(packageName, types.stream().map(ParsedFile::declared).toList()));
  }

  /** Returns the tree of a top-level type that the outline names. */
  ClassTree type(String simpleName) {
    return types.stream()
        .filter(type -> type.getSimpleName().contentEquals(simpleName))
        .findFirst()
        .orElseThrow();
  }

  private static DeclaredType declared(ClassTree type) {
    boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    return new DeclaredType(
        type.getSimpleName().toString(), isPublic ? Access.PUBLIC : Access.PACKAGE);
  }
}
