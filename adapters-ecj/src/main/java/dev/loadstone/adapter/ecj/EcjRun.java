package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.compilation.StartRule;
import dev.loadstone.domain.compilation.StartRule.Found;
import dev.loadstone.domain.compilation.StartRule.Runs;
import dev.loadstone.domain.compilation.StartRule.RunsNothing;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticLimits;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.MainClassRule;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.TakenNames;
import dev.loadstone.domain.source.TakenNames.Taken;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.IErrorHandlingPolicy;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ProblemReasons;
import org.eclipse.jdt.internal.compiler.lookup.ProblemReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.parser.Parser;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/** One run of the compiler for one compilation, from memory to memory. */
final class EcjRun {

  private final CompilationRequest request;
  private final HostView host;
  private final PlatformClasses platform;
  private final NameEnvironment environment;
  private final EffectiveSettings settings;
  private final Problems problems = new Problems();
  private final List<Diagnostic> said = new ArrayList<>();

  /** The names that each error is about. */
  private final Map<Diagnostic, List<String>> about = new HashMap<>();

  private final List<CategorizedProblem> aboutContract = new ArrayList<>();
  private final Map<String, ClassFile> classFiles = new TreeMap<>();
  private final List<ParsedUnit> parsed = new ArrayList<>();
  private final List<SourceUnit> units = new ArrayList<>();
  private final Option<ContractCheck> contract;
  private final InlinedConstants constants;
  private final Initializers initializers = new Initializers();
  private Option<Start> start = Option.none();
  private List<ClassFile> annotations = List.of();

  private EcjRun(CompilationRequest request, HostView host, PlatformClasses platform) {
    this.request = request;
    this.host = host;
    this.platform = platform;
    this.environment = new NameEnvironment(platform, host);
    this.settings = EcjOptions.effective(request.settings());
    this.constants = new InlinedConstants(environment);
    request.sources().files().forEach(file -> units.add(SourceUnit.of(file)));
    this.contract =
        request.contract() instanceof Contract.HostType type
            ? Option.some(new ContractCheck(type, problems))
            : Option.none();
    contract.forEach(check -> units.addAll(check.units(this::mainType, this::outlines)));
  }

  static Try<Compilation> compile(
      CompilationRequest request, HostView host, PlatformClasses platform) {
    return new EcjRun(request, host, platform).run();
  }

  private Try<Compilation> run() {
    try {
      new Engine().compile(units.toArray(ICompilationUnit[]::new));
    } catch (NameEnvironment.HostUnavailable e) {
      return failed(environment.failure().getOrElse(e));
    } catch (LinkageError e) {
      throw e; // The compiler's classes are not those that this was compiled with.
    } catch (RuntimeException | Error e) {
      return failed(
          environment.failure().getOrElse(() -> CrashReport.of(request.sources().paths(), e)));
    }
    return environment.failure().isDefined() ? failed(environment.failure().get()) : judge();
  }

  private Try<Compilation> failed(Throwable failure) {
    return Try.failure(
        failure instanceof NameEnvironment.UnreadableClass unreadable
            ? new CompilationFailed(List.of(diagnostic(unreadable)))
            : failure);
  }

  private Diagnostic diagnostic(NameEnvironment.UnreadableClass unreadable) {
    SourceFile file = request.sources().files().get(request.sources().files().size() - 1);
    return problems.at(
        (int) Diagnostic.NO_POSITION,
        file,
        Severity.ERROR,
        Problems.UNREADABLE_CLASS,
        String.valueOf(unreadable.getMessage()),
        "");
  }

  private Try<Compilation> judge() {
    Option<InvalidSources> duplicates = DuplicateTypes.judge(said, parsed);
    return duplicates.isDefined()
        ? Try.failure(duplicates.get())
        : new OnDemandImports(environment, parsed)
            .missing()
            .peek(missing -> missing.forEach(this::sayMissing))
            .flatMap(missing -> taken())
            .flatMap(taken -> withoutErrors(concat(DiagnosticLimits.kept(said), taken)))
            .flatMap(ours -> mainClass().flatMap(name -> fitting(name, ours)));
  }

  private void sayMissing(OnDemandImports.Import each) {
    say(
        problems.at(
            each.position(),
            each.file().file(),
            Severity.ERROR,
            Problems.IMPORT_NOT_FOUND,
            Problems.missingImport(each.name()),
            ""),
        List.of(each.name()));
  }

  private void say(Diagnostic diagnostic, List<String> names) {
    said.add(diagnostic);
    if (diagnostic.isError()) {
      about.put(diagnostic, names);
    }
  }

  private Try<List<Diagnostic>> taken() {
    return Tries.traverse(
            parsed.stream().filter(ParsedUnit::definesClasses).toList(),
            unit ->
                TakenNames.in(
                        unit.outline(),
                        host::hasPackage,
                        name -> host.classFile(name).map(Option::isDefined))
                    .map(taken -> taken.stream().map(each -> diagnostic(each, unit)).toList()))
        .map(ofUnits -> ofUnits.stream().flatMap(List::stream).toList());
  }

  private Diagnostic diagnostic(Taken taken, ParsedUnit unit) {
    int place =
        taken
            .type()
            .map(type -> unit.type(type.simpleName()).sourceStart)
            .getOrElse(() -> unit.unit().currentPackage.declarationSourceStart);
    return problems.at(place, unit.file(), Severity.ERROR, taken.code(), taken.message(), "");
  }

  private Try<Compilation> fitting(String mainClass, List<Diagnostic> ours) {
    List<Diagnostic> aboutIt =
        contract.map(check -> check.diagnostics(aboutContract, main().file())).getOrElse(List.of());
    return withoutErrors(concat(ours, aboutIt))
        .map(all -> compilation(mainClass, concat(all, unprocessed())));
  }

  private List<Diagnostic> unprocessed() {
    return request
        .settings()
        .warnings()
        .shown(new UnprocessedAnnotations(parsed).warnings(annotations, problems));
  }

  private Try<String> mainClass() {
    ParsedUnit main = main();
    return MainClassRule.mainClass(main.file(), main.outline()).map(main.outline()::binaryName);
  }

  private Try<List<Diagnostic>> withoutErrors(List<Diagnostic> diagnostics) {
    List<Diagnostic> shown = request.settings().warnings().shown(diagnostics);
    return shown.stream().anyMatch(Diagnostic::isError)
        ? explained(shown)
            .flatMap(
                all ->
                    Try.failure(
                        new CompilationFailed(all, new UnprocessedAnnotations(parsed).advice())))
        : Try.success(shown);
  }

  private Try<List<Diagnostic>> explained(List<Diagnostic> diagnostics) {
    HiddenPackages hidden = new HiddenPackages(host, environment.absent());
    return Tries.traverse(
            diagnostics, each -> hidden.explain(each, about.getOrDefault(each, List.of())))
        .flatMap(hidden::explainFirst);
  }

  private Compilation compilation(String mainClass, List<Diagnostic> warnings) {
    return new Compilation(
        new Launch(mainClass, start.getOrElse(new Start.Value())),
        settings,
        parsed.stream()
            .map(unit -> new CompiledSource(unit.file(), unit.outline().packageName()))
            .toList(),
        List.copyOf(classFiles.values()),
        new HostUse(environment.used(), constants.found(), environment.absent()),
        warnings);
  }

  private Start startOf(TypeDeclaration type) {
    Found<MethodBinding> found =
        new StartRule<>(new StartClasses(initializers), settings.release()).find(type.binding);
    int place =
        found
            .method()
            .filter(method -> TypeBinding.equalsEquals(method.declaringClass, type.binding))
            .map(initializers::start)
            .getOrElse(type.sourceStart);
    if (found instanceof RunsNothing<MethodBinding> nothing) {
      return new Start.Nothing(
          problems.at(place, main().file(), Severity.ERROR, nothing.code(), nothing.message(), ""));
    }
    Diagnostic at = problems.at(place, main().file(), Severity.NOTE, "", "", "");
    return new Start.Program(((Runs<MethodBinding>) found).form(), at.line(), at.column());
  }

  private static List<Diagnostic> concat(List<Diagnostic> one, List<Diagnostic> other) {
    List<Diagnostic> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private ParsedUnit main() {
    return parsed.get(request.sources().files().size() - 1);
  }

  /** Returns the main class's tree, once all files are parsed; none where there is none. */
  private Option<TypeDeclaration> mainType() {
    return MainClassRule.mainClass(main().file(), main().outline())
        .toOption()
        .map(name -> main().type(name));
  }

  private List<ParsedUnit> outlines() {
    return List.copyOf(parsed);
  }

  /** The compiler, which hands over what it made of each unit. */
  private final class Engine extends Compiler {

    private int processed;

    Engine() {
      super(
          environment,
          new Persistent(),
          EcjOptions.of(request.settings(), settings.release()),
          EcjRun.this::accept,
          new DefaultProblemFactory(Locale.ROOT));
      problemReporter = new Reporter(options);
      lookupEnvironment.problemReporter = problemReporter;
      initializeParser();
    }

    @Override
    public void initializeParser() {
      parser =
          new Parser(problemReporter, options.parseLiteralExpressionsAsConstants) {
            @Override
            protected CompilationUnitDeclaration endParse(int act) {
              CompilationUnitDeclaration unit = super.endParse(act);
              environment.declare(unit);
              new ModuleImports(platform, lookupEnvironment).declare(unit);
              return unit;
            }
          };
    }

    @Override
    protected synchronized void addCompilationUnit(
        ICompilationUnit source, CompilationUnitDeclaration declaration) {
      super.addCompilationUnit(source, declaration);
      ((SourceUnit) source).file().forEach(file -> parsed.add(ParsedUnit.of(file, declaration)));
    }

    @Override
    public void process(CompilationUnitDeclaration unit, int index) {
      super.process(unit, index);
      processed++;
      if (isUsers(unit)) {
        constants.noteAll(unit);
        initializers.add(unit);
      }
    }

    /** Looks for the start while the compiler can still read classes, as it cannot afterwards. */
    @Override
    public void reset() {
      if (contract.isEmpty()
          && processed == units.size()
          && said.stream().noneMatch(Diagnostic::isError)) {
        start = mainType().map(EcjRun.this::startOf);
      }
      annotations = environment.annotations();
      super.reset();
    }

    @Override
    protected void handleInternalException(
        Throwable internal, CompilationUnitDeclaration unit, CompilationResult result) {
      // Whoever runs the compiler says what happened.
    }
  }

  private static boolean isUsers(CompilationUnitDeclaration unit) {
    return unit.compilationResult.compilationUnit instanceof SourceUnit source
        && source.file().isDefined();
  }

  private void accept(CompilationResult result) {
    SourceUnit unit = (SourceUnit) result.getCompilationUnit();
    CategorizedProblem[] found = result.getProblems();
    List<CategorizedProblem> all = found == null ? List.of() : List.of(found);
    if (unit.file().isEmpty()) {
      aboutContract.addAll(all);
      return;
    }
    SourceFile file = unit.file().get();
    all.forEach(problem -> say(problems.diagnostic(problem, file), Problems.names(problem)));
    for (org.eclipse.jdt.internal.compiler.ClassFile made : result.getClassFiles()) {
      String name = CharOperation.toString(made.getCompoundName());
      if (isWanted(name, file)) {
        classFiles.put(name, new ClassFile(name, Bytes.of(made.getBytes())));
      }
    }
  }

  /** Without annotations, a package's own file makes no class: there is nothing to read in it. */
  private boolean isWanted(String binaryName, SourceFile file) {
    return !binaryName.endsWith("package-info")
        || parsed.stream().anyMatch(unit -> unit.file().equals(file) && unit.definesClasses());
  }

  /** All that is wrong is told at once. */
  private static final class Persistent implements IErrorHandlingPolicy {

    @Override
    public boolean proceedOnErrors() {
      return true;
    }

    @Override
    public boolean stopOnFirstError() {
      return false;
    }

    @Override
    public boolean ignoreAllErrors() {
      return false;
    }
  }

  /** Lets the public classes of our own units have any names. */
  private static final class Reporter extends ProblemReporter {

    Reporter(CompilerOptions options) {
      super(new Persistent(), options, new DefaultProblemFactory(Locale.ROOT));
    }

    @Override
    public void publicClassMustMatchFileName(
        CompilationUnitDeclaration unit, TypeDeclaration type) {
      if (isUsers(unit)) {
        super.publicClassMustMatchFileName(unit, type);
      }
    }

    /** Says of a name that means nothing that it does, and not that it is a package's. */
    @Override
    public void cannotImportPackage(ImportReference reference) {
      importProblem(
          reference, new ProblemReferenceBinding(reference.tokens, null, ProblemReasons.NotFound));
    }
  }
}
