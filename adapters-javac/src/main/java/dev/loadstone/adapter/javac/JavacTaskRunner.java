package dev.loadstone.adapter.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/**
 * Runs one javac task for one compilation, by {@code call()}: driving javac's phases one by one
 * gives other diagnostics on some sources.
 */
final class JavacTaskRunner {

  private final CompilationRequest request;
  private final HostView host;
  private final HostClasses hostClasses;
  private final MemoryTask memory;
  private final List<SourceFileObject> sources;
  private final ParsedFiles files;
  private final Option<ContractCheck> contract;
  private final Option<AnnotationProcessing> processing;
  private Option<SortedSet<String>> sought = Option.none();
  private int soughtIn;

  private JavacTaskRunner(
      CompilationRequest request,
      HostView host,
      ProbedClasses probed,
      List<String> modules,
      Option<AnnotationProcessing> processing) {
    this.request = request;
    this.host = host;
    this.processing = processing;
    this.hostClasses = HostClasses.of(host, probed, this::sought);
    this.memory = new MemoryTask(request, hostClasses, modules);
    this.sources =
        IntStream.range(0, request.sources().files().size())
            .mapToObj(index -> new SourceFileObject(index, request.sources().files().get(index)))
            .toList();
    this.files = new ParsedFiles(sources, memory.generated());
    this.contract =
        request.contract() instanceof Contract.HostType type
            ? Option.some(new ContractCheck(type, files, memory.log()))
            : Option.none();
  }

  /**
   * Compiles, once more each time that the host turns out to have a class which the compiler was
   * not shown. That ends: each time one more class is known.
   *
   * @param request what to compile
   * @param host the host's classes
   * @param modules the options of {@link JdkModules}
   */
  static Try<Compilation> run(CompilationRequest request, HostView host, List<String> modules) {
    ProbedClasses probed = new ProbedClasses(host);
    List<ProcessorJar> path = request.settings().processors();
    while (true) {
      Try<Option<AnnotationProcessing>> processing =
          path.isEmpty()
              ? Try.success(Option.none())
              : AnnotationProcessing.open(path).map(Option::some);
      if (processing.isFailure()) {
        return Try.failure(processing.getCause());
      }
      JavacTaskRunner attempt =
          new JavacTaskRunner(request, host, probed, modules, processing.get());
      Try<Compilation> outcome;
      try {
        outcome = attempt.run();
      } finally {
        processing.get().forEach(AnnotationProcessing::close);
      }
      Try<Boolean> misses = attempt.hostClasses.missesAny(outcome.isFailure());
      if (!misses.getOrElse(false)) {
        return misses.flatMap(none -> outcome);
      }
    }
  }

  private Option<SortedSet<String>> sought() {
    List<ParsedFile> present = files.withGenerated();
    if (sought.isEmpty() || soughtIn < present.size()) {
      sought = files.main().map(all -> SoughtNames.of(present, request.contract()));
      soughtIn = present.size();
    }
    return sought;
  }

  private Try<Compilation> run() {
    return memory.use(units(), this::run);
  }

  private Try<Compilation> run(JavacTask task, JavacOptions options) {
    RecordedDependencies dependencies =
        new RecordedDependencies(task, files, hostClasses, memory.log());
    task.addTaskListener(files);
    task.addTaskListener(dependencies);
    StartCheck start = new StartCheck(task, files, hostClasses, memory.log(), options.release());
    if (contract.isEmpty()) {
      task.addTaskListener(start);
    }
    Option<UnprocessedAnnotations> unprocessed =
        Option.when(
            processing.isEmpty(), () -> new UnprocessedAnnotations(task, files, memory.log()));
    unprocessed.forEach(task::addTaskListener);
    Positions positions = new Positions(Trees.instance(task), memory.log());
    Option<Throwable> failure = call(task);
    return failure.isDefined()
        ? Try.failure(failure.get())
        : new Judgement(request, host, hostClasses, memory.log(), files, contract, unprocessed)
            .judge(positions)
            .flatMap(
                outcome ->
                    dependencies
                        .absentClasses()
                        .map(
                            absent ->
                                compilation(
                                    outcome,
                                    contract.isDefined()
                                        ? new Start.Value()
                                        : start.start(positions),
                                    options,
                                    dependencies.constants(),
                                    absent)));
  }

  private List<JavaFileObject> units() {
    List<JavaFileObject> units = new ArrayList<>(sources);
    if (processing.isEmpty()) {
      units.addAll(contractUnits());
    }
    return units;
  }

  private List<ContractUnit> contractUnits() {
    return contract.map(ContractCheck::units).getOrElse(List.of());
  }

  /**
   * Runs the task. What fails without the user's fault comes back; the user's faults are in the
   * log.
   */
  private Option<Throwable> call(JavacTask task) {
    Option<Throwable> crash = crash(task);
    return hostClasses
        .failure()
        .orElse(() -> memory.generated().fault().map(fault -> fault.error(request)))
        .orElse(crash);
  }

  private Option<Throwable> crash(JavacTask task) {
    try {
      processing.forEach(
          each -> task.setProcessors(each.processors(contractUnits(), memory.generated())));
      boolean explained = task.call() || memory.log().hasAnyErrors();
      return Option.when(!explained, () -> memory.crashed(null));
    } catch (ProcessorFault fault) {
      return Option.some(fault.error(request));
    } catch (RuntimeException | Error e) {
      if (e.getCause() instanceof ProcessorFault fault) {
        return Option.some(fault.error(request));
      }
      // Out of memory and stack included: both were javac's, and are free again.
      return Option.some(memory.crashed(e));
    }
  }

  private Compilation compilation(
      Judgement.Outcome outcome,
      Start start,
      JavacOptions options,
      SortedSet<InlinedConstant> constants,
      SortedSet<String> absentClasses) {
    return new Compilation(
        new Launch(outcome.mainClass(), start),
        new EffectiveSettings(
            options.release(),
            options.effective(),
            request.settings().processors().stream().map(ProcessorJar::digest).toList()),
        files.all().stream()
            .map(file -> new CompiledSource(file.source(), file.outline().packageName()))
            .toList(),
        memory.generated().files(files.generated()),
        memory.output().all(),
        new HostUse(hostClasses.used(), constants, absentClasses),
        outcome.warnings());
  }
}
