package dev.loadstone.testkit;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.InvalidSources.Reason;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.MainClassRule;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A compiler that knows no Java beyond package declarations and types that begin a line. It reports
 * the diagnostics that a test scripts, and else follows the port's rules, in their order.
 *
 * <p>Its class files are those of {@link FakeClassFileReader}: their content is made of their names
 * and sources, so that equal sources give equal ones. A main class fits a contract whose type its
 * file mentions. A host class is used where a source has its full name. For a side effect, it sees
 * a main method with arguments in the first line. Safe for use by many threads.
 */
public final class FakeCompiler implements Compiler {

  private static final int RELEASE = 17;
  private static final Start MAIN = new Start.Program(Form.STATIC_MAIN_WITH_ARGUMENTS, 1, 1);

  private final List<Diagnostic> script;
  private final Option<PluginException> failure;
  private final Start sideEffect;
  private final List<CompilationRequest> requests = new CopyOnWriteArrayList<>();

  private FakeCompiler(List<Diagnostic> script, Option<PluginException> failure, Start sideEffect) {
    this.script = List.copyOf(script);
    this.failure = failure;
    this.sideEffect = sideEffect;
  }

  /** Makes a compiler that finds no fault but those of the port's rules. */
  public static FakeCompiler create() {
    return new FakeCompiler(List.of(), Option.none(), MAIN);
  }

  /**
   * Makes a compiler all of whose calls fail.
   *
   * @param failure what they fail with
   */
  public static FakeCompiler failing(PluginException failure) {
    return new FakeCompiler(List.of(), Option.some(failure), MAIN);
  }

  /**
   * {@return a compiler that reports one more diagnostic, whenever it compiles the file concerned}
   *
   * @param diagnostic the diagnostic, whose source is the path of that file
   */
  public FakeCompiler reporting(Diagnostic diagnostic) {
    List<Diagnostic> longer = new ArrayList<>(script);
    longer.add(diagnostic);
    return new FakeCompiler(longer, failure, sideEffect);
  }

  /**
   * {@return a compiler that sees something else run for its side effect}
   *
   * @param start what it sees
   */
  public FakeCompiler startingBy(Start start) {
    return new FakeCompiler(script, failure, start);
  }

  /**
   * Returns what it was asked to compile so far.
   *
   * @return the requests, in their order
   */
  public List<CompilationRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public Try<CompilerIdentity> identity() {
    return failure
        .<Try<CompilerIdentity>>map(Try::failure)
        .getOrElse(() -> Try.success(new CompilerIdentity("fake", "1")));
  }

  @Override
  public Try<Compilation> compile(CompilationRequest request, HostView host) {
    requests.add(request);
    List<FakeUnit> units = request.sources().files().stream().map(FakeUnit::of).toList();
    return identity()
        .flatMap(identity -> unique(units))
        .flatMap(unique -> taken(unique, host))
        .flatMap(taken -> withoutErrors(request, reported(request.sources(), taken)))
        .flatMap(warnings -> outcome(request, host, units, warnings));
  }

  private Try<Compilation> outcome(
      CompilationRequest request, HostView host, List<FakeUnit> units, List<Diagnostic> warnings) {
    FakeUnit main = units.get(units.size() - 1);
    return MainClassRule.mainClass(main.source(), main.outline())
        .flatMap(name -> withoutErrors(request, misfit(request.contract(), main)).map(fits -> name))
        .flatMap(
            name ->
                used(units, host)
                    .map(
                        used ->
                            new Compilation(
                                new Launch(
                                    main.outline().binaryName(name), start(request.contract())),
                                effective(request.settings()),
                                units.stream().map(FakeCompiler::compiled).toList(),
                                classFiles(units),
                                HostUse.of(used),
                                warnings)));
  }

  private static EffectiveSettings effective(CompilerSettings settings) {
    return new EffectiveSettings(settings.release().getOrElse(RELEASE), settings.options());
  }

  private static CompiledSource compiled(FakeUnit unit) {
    return new CompiledSource(unit.source(), unit.outline().packageName());
  }

  private Start start(Contract contract) {
    return contract instanceof Contract.HostType ? new Start.Value() : sideEffect;
  }

  private List<Diagnostic> reported(SourceSet sources, List<Diagnostic> taken) {
    List<Diagnostic> all = new ArrayList<>(script);
    all.removeIf(each -> !sources.paths().contains(each.source()));
    all.addAll(taken);
    return all;
  }

  private static Try<List<Diagnostic>> withoutErrors(
      CompilationRequest request, List<Diagnostic> diagnostics) {
    List<Diagnostic> shown = request.settings().warnings().shown(diagnostics);
    return shown.stream().anyMatch(Diagnostic::isError)
        ? Try.failure(new CompilationFailed(shown))
        : Try.success(shown);
  }

  private static Try<List<FakeUnit>> unique(List<FakeUnit> units) {
    SortedMap<String, List<String>> definitions = new TreeMap<>();
    for (FakeUnit unit : units) {
      for (String name : unit.binaryNames()) {
        definitions.computeIfAbsent(name, any -> new ArrayList<>()).add(unit.source().path());
      }
    }
    for (String name : definitions.keySet()) {
      List<String> paths = definitions.getOrDefault(name, List.of());
      if (paths.size() > 1) {
        String detail = "define the same type, " + name;
        return Try.failure(new InvalidSources(paths, Reason.DUPLICATE_TYPE, detail));
      }
    }
    return Try.success(units);
  }

  private static Try<List<Diagnostic>> taken(List<FakeUnit> units, HostView host) {
    List<Diagnostic> taken = new ArrayList<>();
    for (FakeUnit unit : units) {
      String packageName = unit.outline().packageName();
      if (packageName.isEmpty() || unit.outline().types().isEmpty()) {
        continue;
      }
      Try<Boolean> known = host.hasPackage(packageName);
      if (known.isFailure()) {
        return Try.failure(known.getCause());
      }
      if (known.get()) {
        taken.add(error(unit.source(), "loadstone.err.package.taken", packageName + " is taken"));
      }
    }
    return Try.success(taken);
  }

  private static List<Diagnostic> misfit(Contract contract, FakeUnit main) {
    boolean fits =
        !(contract instanceof Contract.HostType type) || main.source().text().contains(type.type());
    return fits
        ? List.of()
        : List.of(error(main.source(), "compiler.err.prob.found.req", "does not fit the contract"));
  }

  private static Diagnostic error(SourceFile source, String code, String message) {
    return new Diagnostic(Severity.ERROR, code, message, source.path(), 1, 1, source.line(1), "");
  }

  private static List<ClassFile> classFiles(List<FakeUnit> units) {
    SortedMap<String, ClassFile> classFiles = new TreeMap<>();
    for (FakeUnit unit : units) {
      for (String name : unit.binaryNames()) {
        classFiles.put(name, classFile(name, unit.source()));
      }
    }
    return List.copyOf(classFiles.values());
  }

  private static ClassFile classFile(String name, SourceFile source) {
    String text =
        "class %s\nmodifiers public\nfield SOURCE I\n modifiers public static final\n constant %d\n"
            .formatted(name, source.text().hashCode());
    return FakeClassFileReader.classFile(ClassAbi.parse(text).get());
  }

  private static Try<List<ClassFile>> used(List<FakeUnit> units, HostView host) {
    SortedMap<String, ClassFile> used = new TreeMap<>();
    for (FakeUnit unit : units) {
      for (String name : unit.qualifiedNames()) {
        Try<Option<ClassFile>> known = host.classFile(name);
        if (known.isFailure()) {
          return Try.failure(known.getCause());
        }
        known.get().forEach(classFile -> used.put(name, classFile));
      }
    }
    return Try.success(List.copyOf(used.values()));
  }
}
