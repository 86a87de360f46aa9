package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceOutline;
import dev.loadstone.domain.source.SourceOutline.Access;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.lookup.TypeConstants;

/**
 * A file of the user's that the compiler has parsed.
 *
 * @param file the file
 * @param unit its tree, to which the compiler adds as it goes on
 * @param types its top-level types, in order
 * @param outline what it declares
 */
record ParsedUnit(
    SourceFile file,
    CompilationUnitDeclaration unit,
    List<TypeDeclaration> types,
    SourceOutline outline) {

  static ParsedUnit of(SourceFile file, CompilationUnitDeclaration unit) {
    List<TypeDeclaration> types =
        Stream.ofNullable(unit.types)
            .flatMap(Stream::of)
            .filter(type -> !CharOperation.equals(type.name, TypeConstants.PACKAGE_INFO_NAME))
            .toList();
    String packageName =
        unit.currentPackage == null ? "" : CharOperation.toString(unit.currentPackage.tokens);
    return new ParsedUnit(
        file,
        unit,
        types,
        new SourceOutline(packageName, types.stream().map(ParsedUnit::declared).toList()));
  }

  /** Returns the tree of a top-level type that the outline names. */
  TypeDeclaration type(String simpleName) {
    return types.stream().filter(type -> name(type).equals(simpleName)).findFirst().orElseThrow();
  }

  /** Returns whether class files come of it; of an annotated package declaration one does. */
  boolean definesClasses() {
    return !types.isEmpty()
        || (unit.currentPackage != null
            && unit.currentPackage.annotations != null
            && unit.currentPackage.annotations.length > 0);
  }

  /** Returns its imports, static ones included. */
  List<ImportReference> imports() {
    return Stream.ofNullable(unit.imports).flatMap(Stream::of).toList();
  }

  /** Returns the imports of all types of a package, or of a type. */
  List<ImportReference> onDemand() {
    return imports().stream()
        .filter(each -> !each.isStatic() && (each.bits & ASTNode.OnDemand) != 0)
        .toList();
  }

  private static DeclaredType declared(TypeDeclaration type) {
    boolean isPublic = (type.modifiers & ClassFileConstants.AccPublic) != 0;
    return new DeclaredType(name(type), isPublic ? Access.PUBLIC : Access.PACKAGE);
  }

  private static String name(TypeDeclaration type) {
    return new String(type.name);
  }
}
