package dev.loadstone.adapter.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.compilation.StartRule;
import dev.loadstone.domain.compilation.StartRule.Found;
import dev.loadstone.domain.compilation.StartRule.Runs;
import dev.loadstone.domain.compilation.StartRule.RunsNothing;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.source.MainClassRule;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * What a side-effect plugin runs, by {@link StartRule}.
 *
 * <p>Its main class is kept when javac has attributed it. The methods that it inherits are looked
 * at when javac is done: only then does it not matter that the compiler's API opens more classes of
 * the host for it than the compilation depends on.
 */
final class StartCheck implements TaskListener {

  private final ParsedFiles files;
  private final HostClasses hostClasses;
  private final DiagnosticLog log;
  private final Trees trees;
  private final Types types;
  private final int release;
  private final Initializers initializers = new Initializers();
  private Option<MainClass> mainClass = Option.none();
  private Option<Placed> found = Option.none();

  StartCheck(
      JavacTask task, ParsedFiles files, HostClasses hostClasses, DiagnosticLog log, int release) {
    this.files = files;
    this.hostClasses = hostClasses;
    this.log = log;
    this.trees = Trees.instance(task);
    this.types = task.getTypes();
    this.release = release;
  }

  @Override
  public void finished(TaskEvent event) {
    switch (event.getKind()) {
      case PARSE -> {
        if (files.has(event.getSourceFile())) {
          initializers.add(event.getCompilationUnit());
        }
      }
      case ANALYZE -> {
        if (!log.hasAnyErrors()
            && files.has(event.getSourceFile())
            && isMainClass(event.getTypeElement())) {
          mainClass = Option.some(mainClass(event.getTypeElement(), event.getCompilationUnit()));
        }
      }
      case COMPILATION -> {
        hostClasses.stopRecording();
        // To look further after an error would have javac find more of them.
        if (!log.hasAnyErrors()) {
          found = mainClass.map(this::find);
        }
      }
      default -> {}
    }
  }

  /** Returns what runs, once javac is done and has found no error. */
  Start start(Positions positions) {
    return found
        .getOrElseThrow(() -> new IllegalStateException("javac has attributed no main class"))
        .at(positions, files.main().get());
  }

  // A package declaration is analyzed too, as a class without a name.
  private boolean isMainClass(TypeElement type) {
    return files
        .main()
        .flatMap(
            main ->
                MainClassRule.mainClass(main.source(), main.outline())
                    .toOption()
                    .map(main.outline()::binaryName))
        .exists(name -> type.getQualifiedName().contentEquals(name));
  }

  private MainClass mainClass(TypeElement type, CompilationUnitTree unit) {
    ParsedFile file = files.main().get();
    ClassTree tree = file.type(type.getSimpleName().toString());
    TreePath path = new TreePath(new TreePath(unit), tree);
    Map<Element, Tree> members = new HashMap<>();
    for (Tree member : tree.getMembers()) {
      Option.of(trees.getElement(new TreePath(path, member)))
          .forEach(element -> members.put(element, member));
    }
    return new MainClass(type, tree, members);
  }

  private Placed find(MainClass main) {
    StartClasses classes = new StartClasses(types, initializers, main.members().keySet());
    Found<ExecutableElement> found = new StartRule<>(classes, release).find(main.type());
    return new Placed(
        found,
        found
            .method()
            .map(method -> main.members().getOrDefault(method, main.tree()))
            .getOrElse(main.tree()));
  }

  /** The main class, with its trees as they were before javac changed them. */
  private record MainClass(TypeElement type, ClassTree tree, Map<Element, Tree> members) {}

  /** What was found, and the tree that it is about. */
  private record Placed(Found<ExecutableElement> found, Tree tree) {

    Start at(Positions positions, ParsedFile mainFile) {
      if (found instanceof RunsNothing<ExecutableElement> nothing) {
        return new Start.Nothing(
            positions.diagnosticAt(
                tree, mainFile, Severity.ERROR, nothing.code(), nothing.message(), ""));
      }
      Diagnostic place = positions.diagnosticAt(tree, mainFile, Severity.NOTE, "", "", "");
      return new Start.Program(
          ((Runs<ExecutableElement>) found).form(), place.line(), place.column());
    }
  }
}
