package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Set;

/** One compilation, with a setter for what a test cares about. */
record Compiling(Contract contract, CompilerSettings settings, HostView host) {

  private static final Compiler COMPILER = EcjCompiler.create();

  static Compiling sideEffect() {
    return new Compiling(
        Contract.sideEffect(),
        new CompilerSettings(
            Option.none(), List.of(), new WarningPolicy(Treatment.REPORTED, Set.of())),
        InMemoryHostView.empty());
  }

  Compiling contract(String type) {
    return new Compiling(Contract.type(type, type.replaceAll("<.*", "")), settings, host);
  }

  Compiling host(HostView newHost) {
    return new Compiling(contract, settings, newHost);
  }

  Compiling options(String... options) {
    return with(new CompilerSettings(settings.release(), List.of(options), settings.warnings()));
  }

  Compiling release(int release) {
    return with(
        new CompilerSettings(Option.some(release), settings.options(), settings.warnings()));
  }

  Compiling with(CompilerSettings newSettings) {
    return new Compiling(contract, newSettings, host);
  }

  Try<Compilation> compile(SourceFile... files) {
    return COMPILER.compile(new CompilationRequest(SourceSet.of(files), contract, settings), host);
  }

  Try<Compilation> compile(String text) {
    return compile(SourceFile.of("Main.java", text));
  }

  /** Compiles what must fail by diagnostics. */
  List<Diagnostic> diagnostics(String text) {
    return ((CompilationFailed) compile(text).getCause()).diagnostics();
  }

  /** Compiles a host's classes. */
  static InMemoryHostView hostOf(SourceFile... files) {
    return InMemoryHostView.of(sideEffect().compile(files).get().classFiles());
  }
}
