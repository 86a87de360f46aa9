package dev.loadstone.application;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Try;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Computes the keys of requests. Safe for use by many threads. */
public final class CacheKeys {

  /** In a runtime without a compiler only what others compiled can be used. */
  private static final CompilerIdentity NO_COMPILER = new CompilerIdentity("none", "");

  private final Compiler compiler;
  private final HostRuntime runtime;
  private volatile @Nullable KnownBuild lastBuild;

  /**
   * Makes the use case.
   *
   * @param compiler the compiler, which a runtime may lack
   * @param runtime the runtime
   */
  public CacheKeys(Compiler compiler, HostRuntime runtime) {
    this.compiler = compiler;
    this.runtime = runtime;
  }

  /** {@return the key of what is to be compiled; a failure where what compiles is not known} */
  public Try<CacheKey> of(CompilationRequest request) {
    return context()
        .flatMap(context -> runtime.jdkModules().map(modules -> digest(context, modules)))
        .map(build -> CacheKey.of(request, build));
  }

  /** {@return by what sources would be compiled now} */
  Try<CurrentContext> context() {
    return PresentContext.of(compiler, runtime);
  }

  private Digest digest(CurrentContext context, SortedSet<String> jdkModules) {
    BuildContext build =
        new BuildContext(context.compiler().getOrElse(NO_COMPILER), context.runtime());
    KnownBuild last = lastBuild;
    if (last == null || !last.build.equals(build) || !last.jdkModules.equals(jdkModules)) {
      last = new KnownBuild(build, jdkModules, CacheKey.build(build, jdkModules));
      lastBuild = last;
    }
    return last.digest;
  }

  /** What compiles hardly ever changes in a process. */
  private record KnownBuild(BuildContext build, SortedSet<String> jdkModules, Digest digest) {}
}
