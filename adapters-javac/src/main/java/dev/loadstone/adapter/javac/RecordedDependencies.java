package dev.loadstone.adapter.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Try;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What a compilation depended on beside the classes that were opened: read off the trees of each
 * class when javac has attributed it, and before it goes on to change them.
 */
final class RecordedDependencies implements TaskListener {

  private final Trees trees;
  private final Elements elements;
  private final Types types;
  private final ParsedFiles files;
  private final InlinedConstants constants;
  private final DependencyScanner scanner;
  private final HostClasses hostClasses;
  private final DiagnosticLog log;
  private final Map<CompilationUnitTree, UnitNames> names = new HashMap<>();

  RecordedDependencies(
      JavacTask task, ParsedFiles files, HostClasses hostClasses, DiagnosticLog log) {
    this.trees = Trees.instance(task);
    this.elements = task.getElements();
    this.types = task.getTypes();
    this.files = files;
    this.constants = new InlinedConstants(elements, hostClasses);
    this.scanner = new DependencyScanner(trees, constants);
    this.hostClasses = hostClasses;
    this.log = log;
  }

  @Override
  public void finished(TaskEvent event) {
    // To look further after an error would have javac find more of them, and nothing is recorded.
    if (event.getKind() == TaskEvent.Kind.ANALYZE
        && !log.hasAnyErrors()
        && files.has(event.getSourceFile())) {
      scan(event.getCompilationUnit(), event.getTypeElement());
    }
  }

  /** Returns the host's constants that are inlined. */
  SortedSet<InlinedConstant> constants() {
    return constants.found();
  }

  /**
   * Returns the classes that were looked for in the host and not found; a failure is the host's.
   */
  Try<SortedSet<String>> absentClasses() {
    AbsentClasses absent = new AbsentClasses(hostClasses);
    for (ParsedFile file : files.withGenerated()) {
      absent.addPackageAndOuter(file.outline().packageName());
      importedPackages(file.unit()).forEach(absent::addPackageAndOuter);
    }
    return absent.among(names.values());
  }

  private void scan(CompilationUnitTree unit, TypeElement analyzed) {
    UnitNames ofUnit =
        names.computeIfAbsent(unit, each -> new UnitNames(each, elements, this::inherits));
    TreePath root = new TreePath(unit);
    List<TreePath> declarations =
        unit.getTypeDecls().stream()
            .map(type -> new TreePath(root, type))
            .filter(path -> analyzed.equals(trees.getElement(path)))
            .toList();
    declarations.forEach(path -> scanner.scan(path, ofUnit));
    if (declarations.isEmpty()) {
      // The class of an annotated package declaration (JLS 7.4.1).
      unit.getPackageAnnotations()
          .forEach(
              each ->
                  scanner.scan(new TreePath(new TreePath(root, unit.getPackage()), each), ofUnit));
    }
  }

  /** Returns the longest name of a package in each import declaration. */
  private List<String> importedPackages(CompilationUnitTree unit) {
    return unit.getImports().stream().map(each -> importedPackage(unit, each)).toList();
  }

  private String importedPackage(CompilationUnitTree unit, ImportTree declaration) {
    TreePath path = new TreePath(new TreePath(unit), declaration);
    Tree rest = declaration.getQualifiedIdentifier();
    while (rest instanceof MemberSelectTree select) {
      path = new TreePath(path, rest);
      if (trees.getElement(path) instanceof PackageElement imported) {
        return imported.getQualifiedName().toString();
      }
      rest = select.getExpression();
    }
    return "";
  }

  private boolean inherits(TypeElement type, TypeElement from) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(from.asType()));
  }
}
