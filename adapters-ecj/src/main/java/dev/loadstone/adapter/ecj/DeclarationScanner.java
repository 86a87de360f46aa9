package dev.loadstone.adapter.ecj;

import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AbstractVariableDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AnnotationMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.MethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.RecordComponent;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeParameter;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.jspecify.annotations.Nullable;

/** Walks through declarations and keeps account of what they declare where (JLS 6.3). */
abstract sealed class DeclarationScanner extends ScopedScanner permits ReferenceScanner {

  final void scanUnit(CompilationUnitDeclaration unit) {
    scoped(
        () -> {
          Stream.ofNullable(unit.types).flatMap(Stream::of).forEach(this::declare);
          if (unit.currentPackage != null) {
            scan(unit.currentPackage.annotations);
          }
          scan(unit.types);
        });
  }

  @Override
  public boolean visit(TypeDeclaration tree, BlockScope unused) {
    declare(tree);
    return scoped(
        () -> {
          declareTypeParameters(tree.typeParameters);
          scan(tree.annotations);
          scan(tree.typeParameters);
          scan(tree.superclass);
          scan(tree.superInterfaces);
          scan(tree.permittedTypes);
          scoped(() -> scanBody(tree));
        });
  }

  /** Members are in scope in all of the body, also before their declaration. */
  private void scanBody(TypeDeclaration tree) {
    Stream.ofNullable(tree.memberTypes).flatMap(Stream::of).forEach(this::declare);
    Stream.ofNullable(tree.fields).flatMap(Stream::of).forEach(this::declare);
    Stream.ofNullable(tree.recordComponents).flatMap(Stream::of).forEach(this::declare);
    scan(tree.recordComponents);
    Stream.ofNullable(tree.fields).flatMap(Stream::of).forEach(this::scanField);
    Stream.ofNullable(tree.methods).flatMap(Stream::of).forEach(this::scanMethod);
    scan(tree.memberTypes);
  }

  private void scanField(FieldDeclaration tree) {
    if (tree instanceof Initializer initializer) {
      scan(initializer.block);
    } else {
      scanVariable(tree);
    }
  }

  @Override
  public boolean visit(RecordComponent tree, BlockScope unused) {
    scanVariable(tree);
    return false;
  }

  private void scanMethod(AbstractMethodDeclaration tree) {
    scoped(
        () -> {
          declareTypeParameters(tree.typeParameters());
          scan(tree.annotations);
          scan(tree.typeParameters());
          scan(tree.receiver);
          scanHead(tree);
          scan(tree.arguments);
          scan(tree.thrownExceptions);
          scanCall(tree);
          scan(tree.statements);
        });
  }

  private void scanHead(AbstractMethodDeclaration tree) {
    if (tree instanceof MethodDeclaration method) {
      scan(method.returnType);
    }
    if (tree instanceof AnnotationMethodDeclaration element) {
      scan(element.defaultValue);
    }
  }

  private void scanCall(AbstractMethodDeclaration tree) {
    if (tree instanceof ConstructorDeclaration constructor) {
      scan(constructor.constructorCall);
    }
  }

  @Override
  public boolean visit(TypeParameter tree, BlockScope unused) {
    scan(tree.annotations);
    scan(tree.type);
    scan(tree.bounds);
    return false;
  }

  private void declareTypeParameters(TypeParameter @Nullable [] parameters) {
    Stream.ofNullable(parameters)
        .flatMap(Stream::of)
        .forEach(parameter -> scope().declareType(new String(parameter.name)));
  }

  private void declare(TypeDeclaration tree) {
    scope().declareType(new String(tree.name));
  }

  private void declare(AbstractVariableDeclaration tree) {
    if (tree.name != null) {
      scope().declareVariable(new String(tree.name));
    }
  }
}
