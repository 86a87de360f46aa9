package dev.loadstone;

import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What a builder was told, beside the host's classes. */
record Settings(
    CompilerSettings compilerSettings,
    SourceRetention sourceRetention,
    List<Path> classPath,
    Limits limits,
    AllowedPackages allowedPackages,
    ContextPolicy contextPolicy,
    Option<CacheSettings> cache,
    Consumer<? super Event> listener,
    Option<Compiler> compiler,
    Option<Loader> loader,
    Option<ArtifactStore> artifactStore,
    Option<Executor> executor) {}
