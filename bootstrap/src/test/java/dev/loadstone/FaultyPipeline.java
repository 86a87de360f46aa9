package dev.loadstone;

import dev.loadstone.adapter.bytecode.BytecodeAdapter;
import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.adapter.jar.JarAdapter;
import dev.loadstone.adapter.javac.JavacAdapter;
import dev.loadstone.application.AdmitArtifact;
import dev.loadstone.application.CacheKeys;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.application.CallObserver;
import dev.loadstone.application.Cancellation;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.CompilationThreads;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.application.DecodedArtifacts;
import dev.loadstone.application.HostAbis;
import dev.loadstone.application.LinkPlugin;
import dev.loadstone.application.ObtainArtifact;
import dev.loadstone.application.Purpose;
import dev.loadstone.application.ReadArtifact;
import dev.loadstone.application.RecordDependencies;
import dev.loadstone.application.StoredCompilations;
import dev.loadstone.application.WriteArtifact;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The use cases over the real adapters, whose calls fail as they are told. */
final class FaultyPipeline {

  private static final Digest BUILD = Digest.of(Bytes.ofUtf8("a build"));

  private final ArtifactFiles files;
  private final ArtifactCodec codec = JarAdapter.artifactCodec();
  private final CompilePlugin compiling;
  private final AdmitArtifact admitting;
  private final LinkPlugin linking;
  private final ObtainArtifact obtain;
  private final CacheKeys keys;

  FaultyPipeline(
      ClassLoaderAdapter host,
      ContextPolicy policy,
      ArtifactFiles files,
      ArtifactStore store,
      Faults faults) {
    HostView view = faults.in(HostView.class, host.hostView());
    HostRuntime runtime = faults.in(HostRuntime.class, host.hostRuntime(() -> Try.success(BUILD)));
    ClassFileReader reader = faults.in(ClassFileReader.class, BytecodeAdapter.classFileReader());
    Compiler javac = JavacAdapter.compiler();
    HostAbis abis = new HostAbis(reader);
    CheckContext context = new CheckContext(javac, runtime, view, reader, abis, policy);
    this.files = faults.in(ArtifactFiles.class, files);
    CallObserver observer = CallObserver.of(event -> {});
    this.compiling =
        new CompilePlugin(javac, view, runtime, new RecordDependencies(reader, abis), observer);
    this.admitting = new AdmitArtifact(context, observer);
    this.linking = new LinkPlugin(host.loader(), observer);
    this.keys = new CacheKeys(javac, runtime);
    this.obtain =
        new ObtainArtifact(
            new StoredCompilations(
                faults.in(ArtifactStore.class, store),
                codec,
                new DecodedArtifacts(codec),
                keys,
                context,
                CacheTerms.DEFAULT,
                observer),
            compiling,
            context,
            CompilationThreads.CALLERS,
            observer);
  }

  /** Compiles into a file. */
  Try<Path> write(CompilationRequest request, Path file) {
    return compiling
        .compile(request)
        .flatMap(
            artifact ->
                new WriteArtifact(codec, files, CallObserver.of(event -> {}))
                    .write(artifact, file));
  }

  /** Loads a file, and gives what the plugin gives. */
  Try<String> load(Path file, CompilationRequest request) {
    return new ReadArtifact(files, new DecodedArtifacts(codec))
        .read(file)
        .flatMap(artifact -> admitting.admit(artifact, PluginOrigin.of(file), request.contract()))
        .flatMap(artifact -> run(artifact, request));
  }

  CacheKey key(CompilationRequest request) {
    return keys.of(request).get();
  }

  /** Loads sources with the cache, and gives what the plugin gives. */
  Try<String> loadCached(CompilationRequest request) {
    return obtain
        .find(request, Purpose.LOAD, Cancellation.NEVER)
        .flatMap(found -> obtain.artifact(found, Cancellation.NEVER))
        .flatMap(artifact -> run(artifact, request));
  }

  // What the plugin throws is a result, too: of a plugin that should not have been accepted.
  private Try<String> run(Artifact artifact, CompilationRequest request) {
    return linking
        .link(
            artifact, PluginOrigin.of(request.sources()), Option.some(request.sources()), List.of())
        .flatMap(linked -> linked.run(List.of()))
        .map(
            made -> {
              try {
                return String.valueOf(((Supplier<?>) made.get()).get());
              } catch (Throwable thrown) {
                return "threw " + thrown;
              }
            });
  }
}
