package dev.loadstone;

import dev.loadstone.application.StepRecorder;
import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;

/** Records each compilation of a compiler. */
final class RecordedCompiler implements Compiler {

  private final Compiler compiler;
  private final StepRecorder recorder;

  RecordedCompiler(Compiler compiler, StepRecorder recorder) {
    this.compiler = compiler;
    this.recorder = recorder;
  }

  @Override
  public Try<CompilerIdentity> identity() {
    return compiler.identity();
  }

  @Override
  public Try<Compilation> compile(CompilationRequest request, HostView host) {
    Running compiling = recorder.begin(Step.COMPILE, request.sources().mainFile().path());
    Try<Compilation> compilation = compiler.compile(request, host);
    compiling.end(compilation);
    return compilation;
  }
}
