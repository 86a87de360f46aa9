package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;

/**
 * The JDK's own compiler.
 *
 * <p>Safe for use by many threads. Refers to no class of {@code javax.tools} or {@code
 * com.sun.source}, so that it can say that there is no compiler where those are absent.
 */
final class JavacCompiler implements Compiler {

  private static final String NAME = "javac";
  private static final String MODULE = "jdk.compiler";

  private final JdkModules modules = new JdkModules();

  @Override
  public Try<CompilerIdentity> identity() {
    return ModuleLayer.boot().findModule(MODULE).isPresent()
        ? Try.success(new CompilerIdentity(NAME, Runtime.version().toString()))
        : Try.failure(unavailable());
  }

  /** Whatever compiled plugins for a native image, they could not be loaded there. */
  private static CompilerUnavailable unavailable() {
    return "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))
        ? CompilerUnavailable.inNativeImage()
        : new CompilerUnavailable();
  }

  @Override
  public Try<Compilation> compile(CompilationRequest request, HostView host) {
    return identity().flatMap(identity -> run(request, host));
  }

  private Try<Compilation> run(CompilationRequest request, HostView host) {
    try {
      return JavacTaskRunner.run(request, host, modules.options(request.settings()));
    } catch (OutOfMemoryError e) {
      // Not in a task of javac, which says so itself.
      return Try.failure(
          new CompilerCrashed(request.sources().paths(), "it needs more memory than is free", e));
    }
  }
}
