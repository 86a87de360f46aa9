package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.adapter.ecj.EcjCompiler;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The second compiler accepts and refuses what the first does, but for the reasons that are listed
 * here and in the documentation; what both accept starts alike, and depends on what was recorded.
 */
final class EcjOracleTest {

  /**
   * What ECJ holds against sources that javac accepts: a class of the host's refers to one that the
   * host does not have.
   */
  private static final Set<String> STRICTER = Set.of("ecj.IsClassPathCorrectWithReferencingType");

  /** What javac holds against sources that ECJ accepts, for the same reason. */
  private static final Set<String> MORE_LENIENT = Set.of("compiler.err.cant.access");

  /** Among more of them there are some for whose lambdas ECJ needs minutes to infer the types. */
  private static final int SOURCES = Math.min(9, OracleSettings.sources());

  private static final int LARGEST_PACKAGE = 12;
  private static final Compiler ECJ = EcjCompiler.create();

  private static OracleLibraries libraries;

  @BeforeAll
  static void open() throws IOException {
    libraries = OracleLibraries.open();
  }

  @AfterAll
  static void close() throws IOException {
    libraries.close();
  }

  @ParameterizedTest
  @EnumSource
  void compile_realSource_isJudgedAsJavacDoes(OracleWay way) throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    for (OracleLibrary library : libraries.all()) {
      library
          .sample(SOURCES, way.begin())
          .forEach(source -> cases.add(way.of(libraries, library, source)));
    }

    compare(way.name(), cases);
  }

  @Test
  void compile_realPackage_isJudgedAsJavacDoes() throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    for (OracleLibrary library : libraries.all()) {
      library.packages().values().stream()
          .filter(files -> files.size() > 1 && files.size() <= LARGEST_PACKAGE)
          .limit(SOURCES)
          .forEach(files -> cases.add(OracleWay.pluginOfSeveral(libraries, library, files)));
    }

    compare("PACKAGES", cases);
  }

  /** Its methods' types are read when the start is looked for, and not before. */
  @Test
  void compile_sourceWithManySuperclassesInTheHost_isJudgedAsJavacDoes() throws IOException {
    OracleLibrary library = library("assertj-core");
    SourceFile source = source(library, "org/assertj/core/api/AutoCloseableSoftAssertions.java");

    compare("SUPERCLASSES", List.of(OracleWay.PLUGIN.of(libraries, library, source)));
  }

  private static OracleLibrary library(String name) {
    return libraries.all().stream().filter(each -> each.name().equals(name)).findFirst().get();
  }

  private static SourceFile source(OracleLibrary library, String path) {
    return library.sources().stream().filter(each -> each.path().equals(path)).findFirst().get();
  }

  private static void compare(String name, List<OracleCase> cases) throws IOException {
    Map<String, Integer> tally = new TreeMap<>();
    List<String> unexpected = new ArrayList<>();
    for (OracleCase each : cases) {
      Try<Compilation> javac = each.compiling().compile(each.files().toArray(SourceFile[]::new));
      Try<Compilation> ecj = byEcj(each, each.compiling().host());
      String verdicts = "javac: " + verdict(javac) + ", ECJ: " + verdict(ecj);
      tally.merge(verdicts, 1, Integer::sum);
      Option<String> fault =
          verdict(javac).equals(verdict(ecj))
              ? javac.isSuccess() ? fault(each, javac.get(), ecj.get()) : Option.none()
              : difference(javac, ecj);
      fault.forEach(why -> unexpected.add(each.name() + ", " + verdicts + ", " + why));
    }
    String report = name + " " + tally + "\n" + String.join("\n", unexpected) + "\n";
    Path reports = Files.createDirectories(OracleSettings.folder().resolve("reports"));
    Files.writeString(reports.resolve("ECJ-" + name + ".txt"), report);
    assertThat(cases).isNotEmpty();
    assertThat(unexpected).as(report).isEmpty();
  }

  private static Try<Compilation> byEcj(OracleCase given, HostView host) {
    return ECJ.compile(
        new CompilationRequest(
            SourceSet.of(given.files().toArray(SourceFile[]::new)),
            given.compiling().contract(),
            given.compiling().settings()),
        host);
  }

  private static String verdict(Try<Compilation> outcome) {
    if (outcome.isSuccess()) {
      return "accepted";
    }
    Throwable cause = outcome.getCause();
    return cause instanceof CompilationFailed || cause instanceof InvalidSources
        ? "refused"
        : cause.toString();
  }

  private static Option<String> difference(Try<Compilation> javac, Try<Compilation> ecj) {
    Set<String> codes = errorCodes(javac.isSuccess() ? ecj : javac);
    Set<String> known = javac.isSuccess() ? STRICTER : MORE_LENIENT;
    return Option.when(codes.isEmpty() || !known.containsAll(codes), codes.toString());
  }

  private static Set<String> errorCodes(Try<Compilation> outcome) {
    return outcome.isFailure() && outcome.getCause() instanceof CompilationFailed failed
        ? failed.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::code)
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** Returns what is wrong with what both accept. */
  private static Option<String> fault(OracleCase given, Compilation javac, Compilation ecj) {
    if (!javac.mainClass().equals(ecj.mainClass()) || !start(javac).equals(start(ecj))) {
      return Option.some("starts " + start(ecj) + " instead of " + start(javac));
    }
    if (!named(javac).equals(named(ecj))) {
      return Option.some("makes " + named(ecj) + " instead of " + named(javac));
    }
    if (!javac.hostUse().constants().equals(ecj.hostUse().constants())) {
      return Option.some("inlines other constants");
    }
    if (!byEcj(given, given.compiling().host()).get().equals(ecj)) {
      return Option.some("is another one each time");
    }
    Set<String> used =
        ecj.hostUse().classes().stream().map(ClassFile::binaryName).collect(Collectors.toSet());
    Try<Compilation> again = byEcj(given, new Recorded(given.compiling().host(), used));
    return Option.when(
        again.isFailure() || !again.get().classFiles().equals(ecj.classFiles()),
        () -> "depends on classes that were not recorded " + again);
  }

  private static String start(Compilation compilation) {
    Start start = compilation.launch().start();
    if (start instanceof Start.Program program) {
      return program.form() + " in line " + program.line();
    }
    return start instanceof Start.Nothing nothing ? nothing.reason().message() : "by a contract";
  }

  /** Returns the classes but those without a name, of which each compiler makes its own. */
  private static Set<String> named(Compilation compilation) {
    return compilation.classFiles().stream()
        .map(ClassFile::binaryName)
        .filter(name -> !name.matches(".*\\$\\d+"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A host with those classes only that were recorded as used, in the same packages as before. */
  private record Recorded(HostView all, Set<String> used) implements HostView {

    @Override
    public Try<List<String>> classesIn(String packageName) {
      return all.classesIn(packageName);
    }

    @Override
    public Try<Option<ClassFile>> classFile(String binaryName) {
      return used.contains(binaryName) ? all.classFile(binaryName) : Try.success(Option.none());
    }

    @Override
    public Try<Boolean> hasPackage(String packageName) {
      return all.hasPackage(packageName);
    }

    @Override
    public Try<Option<Hiding>> hiddenBy(String packageName) {
      return all.hiddenBy(packageName);
    }

    @Override
    public Try<Option<Hiding>> hidingOf(String binaryName) {
      return all.hidingOf(binaryName);
    }

    @Override
    public Try<Boolean> listsAll(String packageName) {
      return all.listsAll(packageName);
    }

    @Override
    public Try<Option<ClassFile>> classFileForHost(String binaryName) {
      return all.classFileForHost(binaryName);
    }

    @Override
    public HostView snapshot() {
      return this;
    }
  }
}
