package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One compilation, with a setter for what a test cares about. */
record Compiling(Contract contract, CompilerSettings settings, HostView host) {

  static Compiling sideEffect() {
    WarningPolicy warnings = new WarningPolicy(Treatment.REPORTED, Set.of());
    return new Compiling(
        Contract.sideEffect(),
        new CompilerSettings(Option.none(), List.of(), warnings),
        InMemoryHostView.empty());
  }

  static Compiling forContract(String type) {
    return sideEffect().contract(type);
  }

  Compiling contract(String type) {
    String rawClass = type.replaceAll("<.*", "");
    return new Compiling(Contract.type(type, rawClass), settings, host);
  }

  Compiling host(HostView newHost) {
    return new Compiling(contract, settings, newHost);
  }

  Compiling processors(ProcessorJar... jars) {
    return with(settings.withProcessors(List.of(jars)));
  }

  Compiling options(String... options) {
    return with(
        new CompilerSettings(
            settings.release(), List.of(options), settings.warnings(), settings.processors()));
  }

  Compiling release(int release) {
    return with(
        new CompilerSettings(Option.some(release), settings.options(), settings.warnings()));
  }

  Compiling warnings(Treatment treatment, String... except) {
    return with(
        new CompilerSettings(
            settings.release(),
            settings.options(),
            new WarningPolicy(treatment, Set.of(except)),
            settings.processors()));
  }

  Try<Compilation> compile(SourceFile... files) {
    return new JavacCompiler()
        .compile(new CompilationRequest(SourceSet.of(files), contract, settings), host);
  }

  Try<Compilation> compile(String path, String text) {
    return compile(SourceFile.of(path, text));
  }

  /** Compiles what must fail by diagnostics. */
  List<Diagnostic> diagnostics(SourceFile... files) {
    return ((CompilationFailed) compile(files).getCause()).diagnostics();
  }

  List<Diagnostic> diagnostics(String path, String text) {
    return diagnostics(SourceFile.of(path, text));
  }

  /** Compiles what must fail by diagnostics, and writes them for people. */
  String rendered(String path, String text) {
    return DiagnosticRenderer.render(diagnostics(path, text)).toString();
  }

  private Compiling with(CompilerSettings newSettings) {
    return new Compiling(contract, newSettings, host);
  }

  /** Returns the class files by the names that javac would write them under. */
  static Map<String, Bytes> written(Compilation compilation) {
    return compilation.classFiles().stream()
        .collect(
            Collectors.toMap(
                file -> file.binaryName().replace('.', '/') + ".class", ClassFile::bytes));
  }
}
