package dev.loadstone.internal.wiring;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What a builder was told, beside the host's classes. */
public record Settings(
    CompilerSettings compilerSettings,
    SourceRetention sourceRetention,
    List<Path> classPath,
    List<Path> annotationProcessors,
    Limits limits,
    AllowedPackages allowedPackages,
    ContextPolicy contextPolicy,
    Option<StoreSettings> store,
    CacheTerms cacheTerms,
    Consumer<? super Event> listener,
    Substitutes substitutes,
    Scheduling scheduling) {

  /** The ports that the user implements. */
  public record Substitutes(
      Option<Compiler> compiler, Option<Loader> loader, Option<ArtifactStore> artifactStore) {}

  /** Where plugins are linked and run, and how long what may take. */
  public record Scheduling(
      Option<Executor> executor, Option<Duration> compileLimit, Option<Duration> startLimit) {}
}
