package dev.loadstone.adapter.javac;

import com.sun.source.tree.CompilationUnitTree;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names in one compilation unit that the host's classes could have taken: simple names that
 * were looked for in the packages that it imports on demand, which what is in scope otherwise
 * shadows (JLS 6.4.1), and names of packages.
 */
final class UnitNames {

  private final String packageName;
  private final List<TypeImport> imports;
  private final Elements elements;
  private final BiPredicate<TypeElement, TypeElement> inherits;
  private final TreeSet<String> lookedFor = new TreeSet<>();
  private final TreeSet<String> packages = new TreeSet<>();

  /**
   * Makes the names of a unit.
   *
   * @param inherits whether one class is another, or a subclass of it
   */
  UnitNames(
      CompilationUnitTree unit, Elements elements, BiPredicate<TypeElement, TypeElement> inherits) {
    this.packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    this.imports = Imports.of(unit);
    this.elements = elements;
    this.inherits = inherits;
  }

  /**
   * Notes what a simple name means.
   *
   * @param element a type, or a package: that is looked for last (JLS 6.4.2, 6.5.2)
   * @param scopes the classes whose members are in scope
   */
  void note(Element element, Deque<TypeElement> scopes) {
    String name = element.getSimpleName().toString();
    if (element.getKind() == ElementKind.PACKAGE
        || (element instanceof TypeElement type && isImportedOnDemand(type, name, scopes))) {
      lookedFor.add(name);
    }
  }

  /** Notes what a qualified name means. */
  void noteQualified(Element element) {
    if (element instanceof PackageElement named) {
      packages.add(named.getQualifiedName().toString());
    }
  }

  /** Returns the packages with qualified names that are named in the code. */
  SortedSet<String> packages() {
    return packages;
  }

  /** Returns the names, sorted. */
  SortedSet<String> lookedFor() {
    return lookedFor;
  }

  /** Returns the unit's package, empty where it is the unnamed one. */
  String packageName() {
    return packageName;
  }

  /** Returns what is imported on demand, packages and types. */
  List<String> onDemand() {
    return imports.stream()
        .filter(each -> each.form() == Form.ON_DEMAND)
        .map(TypeImport::name)
        .toList();
  }

  private boolean isImportedOnDemand(TypeElement type, String name, Deque<TypeElement> scopes) {
    if (type.getNestingKind() == NestingKind.TOP_LEVEL) {
      return !packageOf(type).equals(packageName) && !isImported(type, Form.SINGLE);
    }
    return type.getNestingKind() == NestingKind.MEMBER
        && type.getEnclosingElement() instanceof TypeElement outer
        && scopes.stream().noneMatch(scope -> inherits.test(scope, outer))
        && !isImported(type, Form.SINGLE)
        // Perhaps by the name of a subclass of the one that declares it.
        && imports.stream()
            .noneMatch(each -> each.form() == Form.STATIC && each.simpleName().equals(name));
  }

  private boolean isImported(TypeElement type, Form form) {
    return imports.stream()
        .anyMatch(
            each -> each.form() == form && type.getQualifiedName().contentEquals(each.name()));
  }

  private String packageOf(TypeElement type) {
    PackageElement of = elements.getPackageOf(type);
    return of.getQualifiedName().toString();
  }
}
