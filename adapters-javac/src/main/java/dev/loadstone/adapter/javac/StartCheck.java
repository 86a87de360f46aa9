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
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.source.MainClassRule;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What a side-effect plugin runs.
 *
 * <p>Its main class is kept when javac has attributed it. The methods that it inherits are looked
 * at when javac is done: only then does it not matter that the compiler's API opens more classes of
 * the host for it than the compilation depends on.
 *
 * <p>A class that does everything in its initialiser needs no main method. One with a lookalike of
 * a main method that nothing calls does not do everything there.
 */
final class StartCheck implements TaskListener {

  private static final String MAIN_MISSING = "loadstone.err.main.missing";
  private static final String NOT_A_MAIN = "loadstone.err.not.a.main.method";

  private final ParsedFiles files;
  private final HostClasses hostClasses;
  private final DiagnosticLog log;
  private final Trees trees;
  private final MainMethods mainMethods;
  private final int release;
  private final Initializers initializers = new Initializers();
  private Option<MainClass> mainClass = Option.none();
  private Option<Found> found = Option.none();

  StartCheck(
      JavacTask task, ParsedFiles files, HostClasses hostClasses, DiagnosticLog log, int release) {
    this.files = files;
    this.hostClasses = hostClasses;
    this.log = log;
    this.trees = Trees.instance(task);
    this.mainMethods = new MainMethods(task.getTypes(), release);
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

  private Found find(MainClass main) {
    Option<ExecutableElement> method = mainMethods.of(main.type());
    if (method.isDefined()) {
      return ofMain(main, method.get());
    }
    boolean runs = mainMethods.superclasses(main.type()).anyMatch(initializers::runs);
    Option<ExecutableElement> lookalike =
        Option.ofOptional(
            mainMethods.lookalikes(main.type()).stream()
                .filter(each -> !runs || !initializers.isCalled(each.getSimpleName()))
                .findFirst());
    if (lookalike.isDefined()) {
      return ofLookalike(main, lookalike.get());
    }
    return runs
        ? new Runs(main.tree(), Form.INITIALIZER)
        : new RunsNothing(
            main.tree(),
            MAIN_MISSING,
            main.name()
                + " has no main method, and no static initializer that runs anything\n"
                + expectation());
  }

  private Found ofMain(MainClass main, ExecutableElement method) {
    return mainMethods
        .instanceFault(main.type(), method)
        .<Found>map(
            fault ->
                new RunsNothing(
                    main.placeOf(method),
                    NOT_A_MAIN,
                    "Java "
                        + release
                        + " does not run "
                        + main.describe(method)
                        + ": "
                        + fault
                        + ", so there is no instance to call it on\n(make the method static)"))
        .getOrElse(() -> new Runs(main.placeOf(method), mainMethods.form(method)));
  }

  private Found ofLookalike(MainClass main, ExecutableElement lookalike) {
    return new RunsNothing(
        main.placeOf(lookalike),
        NOT_A_MAIN,
        "Java "
            + release
            + " does not run "
            + main.describe(lookalike)
            + " as the main method: it "
            + sentence(mainMethods.faults(lookalike))
            + "\n"
            + expectation());
  }

  private String expectation() {
    return "(for Java "
        + release
        + ", a plugin without a contract starts in: "
        + (release < MainMethods.FLEXIBLE
            ? "public static void main(String[] args))"
            : "void main(String[] args), or void main())");
  }

  private static String sentence(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** The main class, with its trees as they were before javac changed them. */
  private record MainClass(TypeElement type, ClassTree tree, Map<Element, Tree> members) {

    String name() {
      return type.getSimpleName().toString();
    }

    Tree placeOf(ExecutableElement method) {
      return members.getOrDefault(method, tree);
    }

    String describe(ExecutableElement method) {
      return members.containsKey(method)
          ? method.toString()
          : method + " of " + method.getEnclosingElement();
    }
  }

  /** What was found, before it is known where. */
  private sealed interface Found {

    Start at(Positions positions, ParsedFile mainFile);
  }

  private record Runs(Tree tree, Form form) implements Found {

    @Override
    public Start at(Positions positions, ParsedFile mainFile) {
      Diagnostic place = positions.diagnosticAt(tree, mainFile, Severity.NOTE, "", "", "");
      return new Start.Program(form, place.line(), place.column());
    }
  }

  private record RunsNothing(Tree tree, String code, String message) implements Found {

    @Override
    public Start at(Positions positions, ParsedFile mainFile) {
      return new Start.Nothing(
          positions.diagnosticAt(tree, mainFile, Severity.ERROR, code, message, ""));
    }
  }
}
