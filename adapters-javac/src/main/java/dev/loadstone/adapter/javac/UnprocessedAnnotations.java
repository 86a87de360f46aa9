package dev.loadstone.adapter.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.KnownProcessors;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What to do where sources use the annotations of a well-known processor, and none is to run.
 *
 * <p>Mostly what it would have generated is missing, and the compiler's errors do not say why. But
 * some sources compile without it, and fail when they run, or do less than they seem to: those get
 * a warning at the first such annotation, read off the trees before javac goes on to change them.
 */
final class UnprocessedAnnotations implements TaskListener {

  private final Trees trees;
  private final ParsedFiles files;
  private final DiagnosticLog log;
  private final Map<String, Use> firstUses = new TreeMap<>();

  UnprocessedAnnotations(JavacTask task, ParsedFiles files, DiagnosticLog log) {
    this.trees = Trees.instance(task);
    this.files = files;
    this.log = log;
  }

  private record Use(Tree annotation, ParsedFile file) {}

  @Override
  public void finished(TaskEvent event) {
    // To look further after an error would have javac find more of them.
    if (event.getKind() == TaskEvent.Kind.ANALYZE && !log.hasAnyErrors()) {
      files.all().stream()
          .filter(file -> file.unit() == event.getCompilationUnit() && canUseAny(file))
          .forEach(file -> scan(file, event.getTypeElement()));
    }
  }

  /** Most sources do not even have such a word. */
  private static boolean canUseAny(ParsedFile file) {
    return KnownProcessors.BY_ANNOTATIONS.keySet().stream()
        .anyMatch(name -> file.source().text().contains(name.substring(0, name.length() - 1)));
  }

  private void scan(ParsedFile file, TypeElement analyzed) {
    CompilationUnitTree unit = file.unit();
    unit.getTypeDecls().stream()
        .map(type -> new TreePath(new TreePath(unit), type))
        .filter(path -> analyzed.equals(trees.getElement(path)))
        .forEach(path -> new AnnotationScanner().scan(path, file));
  }

  private final class AnnotationScanner extends TreePathScanner<@Nullable Void, ParsedFile> {

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, ParsedFile file) {
      TreePath name = new TreePath(getCurrentPath(), tree.getAnnotationType());
      if (trees.getElement(name) instanceof TypeElement type) {
        KnownProcessors.BY_ANNOTATIONS.entrySet().stream()
            .filter(known -> type.getQualifiedName().toString().startsWith(known.getKey()))
            .forEach(known -> firstUses.putIfAbsent(known.getValue(), new Use(tree, file)));
      }
      return super.visitAnnotation(tree, file);
    }
  }

  /** Returns a warning for each processor whose annotations are used. */
  List<Diagnostic> warnings(Positions positions) {
    List<Diagnostic> warnings = new ArrayList<>();
    firstUses.forEach(
        (name, use) ->
            warnings.add(
                positions.diagnosticAt(
                    use.annotation(),
                    use.file(),
                    Severity.WARNING,
                    KnownProcessors.CODE,
                    "nothing is generated for annotations of "
                        + name
                        + ": annotation processors do not run unless they are named\n(name the"
                        + " processor's JAR: Loadstone.Builder.annotationProcessors, or the option"
                        + " --processor-path; where none is needed, except this warning by the key "
                        + WarningPolicy.PROCESSOR
                        + ")",
                    WarningPolicy.PROCESSOR)));
    return warnings;
  }

  /** Returns the advice, empty where processors run, or none of these is used. */
  static String advice(CompilerSettings settings, List<ParsedFile> files) {
    if (!settings.processors().isEmpty()) {
      return "";
    }
    List<String> names = files.stream().flatMap(UnprocessedAnnotations::names).toList();
    String used =
        KnownProcessors.BY_ANNOTATIONS.entrySet().stream()
            .filter(known -> names.stream().anyMatch(name -> name.startsWith(known.getKey())))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" and "));
    return used.isEmpty()
        ? ""
        : "these sources use annotations of "
            + used
            + ", and annotation processors do not run unless they are named. Name the processor's"
            + " JAR: Loadstone.Builder.annotationProcessors, or the option --processor-path.";
  }

  private static Stream<String> names(ParsedFile file) {
    TypeReferences references = ReferenceScanner.references(file.unit());
    return Stream.concat(
            references.imports().stream().map(TypeImport::name), references.names().stream())
        .map(name -> name + ".");
  }
}
