package dev.loadstone.application;

import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.source.SourceRules;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Finds the key of a request. */
final class AskCache {

  /** In a runtime without a compiler only what others compiled can be used. */
  private static final CompilerIdentity NO_COMPILER = new CompilerIdentity("none", "");

  private final Compiler compiler;
  private final HostRuntime runtime;
  private volatile @Nullable KnownBuild lastBuild;

  AskCache(Compiler compiler, HostRuntime runtime) {
    this.compiler = compiler;
    this.runtime = runtime;
  }

  Try<CacheRequest> ask(CompilationRequest request, SourceRetention retention, Need need) {
    Try<SourceSet> sources = SourceRules.check(request.sources());
    if (sources.isFailure()) {
      return Try.failure(sources.getCause());
    }
    Try<RuntimeIdentity> identity = runtime.identity();
    if (identity.isFailure()) {
      return Try.failure(identity.getCause());
    }
    Try<SortedSet<String>> modules = runtime.jdkModules();
    if (modules.isFailure()) {
      return Try.failure(modules.getCause());
    }
    Try<Option<CompilerIdentity>> identified = PresentCompiler.identity(compiler);
    if (identified.isFailure()) {
      return Try.failure(identified.getCause());
    }
    Option<CompilerIdentity> present = identified.get();
    BuildContext build = new BuildContext(present.getOrElse(NO_COMPILER), identity.get());
    CacheKey key = CacheKey.of(request, retention, digest(build, modules.get()));
    return Try.success(
        new CacheRequest(
            request, retention, new CurrentContext(present, identity.get()), key, need));
  }

  private Digest digest(BuildContext build, SortedSet<String> jdkModules) {
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
