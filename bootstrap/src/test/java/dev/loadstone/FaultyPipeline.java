package dev.loadstone;

import dev.loadstone.adapter.bytecode.BytecodeModule_ClassFileReaderFactory;
import dev.loadstone.adapter.classloader.ClassLoaderModule;
import dev.loadstone.adapter.classloader.ClassLoaderModule_HostRuntimeFactory;
import dev.loadstone.adapter.classloader.ClassLoaderModule_HostViewFactory;
import dev.loadstone.adapter.classloader.ClassLoaderModule_LoaderFactory;
import dev.loadstone.adapter.jar.JarAdapter;
import dev.loadstone.adapter.javac.JavacModule_JavacFactory;
import dev.loadstone.application.AdmitArtifact;
import dev.loadstone.application.CacheRequest;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.application.CacheUseCases;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.application.DecodedArtifacts;
import dev.loadstone.application.HostAbis;
import dev.loadstone.application.LinkPlugin;
import dev.loadstone.application.Lookup;
import dev.loadstone.application.Need;
import dev.loadstone.application.ReadArtifact;
import dev.loadstone.application.RecordDependencies;
import dev.loadstone.application.StepRecorder;
import dev.loadstone.application.WriteArtifact;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.StoreSettings.Access;
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
  private final CacheUseCases cache;

  FaultyPipeline(
      ClassLoaderModule host,
      ContextPolicy policy,
      ArtifactFiles files,
      ArtifactStore store,
      Faults faults) {
    HostView view = faults.in(HostView.class, ClassLoaderModule_HostViewFactory.hostView(host));
    HostRuntime runtime =
        faults.in(
            HostRuntime.class,
            ClassLoaderModule_HostRuntimeFactory.hostRuntime(host, () -> Try.success(BUILD)));
    ClassFileReader reader =
        faults.in(ClassFileReader.class, BytecodeModule_ClassFileReaderFactory.classFileReader());
    Compiler javac = JavacModule_JavacFactory.javac();
    HostAbis abis = new HostAbis(reader);
    CheckContext context = new CheckContext(javac, runtime, view, reader, abis, policy);
    this.files = faults.in(ArtifactFiles.class, files);
    this.compiling =
        new CompilePlugin(javac, view, runtime, new RecordDependencies(reader, abis), event -> {});
    this.admitting = new AdmitArtifact(context, event -> {});
    this.linking = new LinkPlugin(ClassLoaderModule_LoaderFactory.loader(host), event -> {});
    this.cache =
        CacheUseCases.of(
            faults.in(ArtifactStore.class, store),
            codec,
            new DecodedArtifacts(codec),
            javac,
            runtime,
            context,
            compiling,
            new CacheTerms(Access.READ_WRITE, CacheTerms.OtherBuilds.REFUSED),
            StepRecorder.NONE,
            event -> {});
  }

  /** Compiles into a file. */
  Try<Path> write(CompilationRequest request, Path file) {
    return compiling
        .compile(request, SourceRetention.KEPT)
        .flatMap(artifact -> new WriteArtifact(codec, files, event -> {}).write(artifact, file));
  }

  /** Loads a file, and gives what the plugin gives. */
  Try<String> load(Path file, CompilationRequest request) {
    return new ReadArtifact(files, new DecodedArtifacts(codec))
        .read(file)
        .flatMap(artifact -> admitting.admit(artifact, PluginOrigin.of(file), request.contract()))
        .flatMap(artifact -> run(artifact, request));
  }

  CacheKey key(CompilationRequest request) {
    return cache.plugins().ask(request, SourceRetention.KEPT, Need.EQUIVALENT).get().key();
  }

  /** Loads sources with the cache, and gives what the plugin gives. */
  Try<String> loadCached(CompilationRequest request) {
    Try<CacheRequest> asked = cache.plugins().ask(request, SourceRetention.KEPT, Need.EQUIVALENT);
    return asked
        .flatMap(cache.plugins()::lookUp)
        .flatMap(found -> artifact(asked.get(), found))
        .flatMap(artifact -> run(artifact, request));
  }

  private Try<Artifact> artifact(CacheRequest asked, Lookup found) {
    return found.hit().isDefined()
        ? Try.success(found.hit().get().artifact())
        : cache.plugins().compileAndKeep(asked, found);
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
