package dev.loadstone.internal.wiring;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.adapter.bytecode.BytecodeAdapter;
import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.adapter.fs.FileSystemAdapter;
import dev.loadstone.adapter.jar.JarAdapter;
import dev.loadstone.application.AdmitArtifact;
import dev.loadstone.application.CacheKeys;
import dev.loadstone.application.CallObserver;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.CompileCache;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.application.DecodedArtifacts;
import dev.loadstone.application.FindDependencies;
import dev.loadstone.application.FindUnusedSources;
import dev.loadstone.application.HostAbis;
import dev.loadstone.application.LinkPlugin;
import dev.loadstone.application.ObtainArtifact;
import dev.loadstone.application.ReadArtifact;
import dev.loadstone.application.RecordDependencies;
import dev.loadstone.application.StoredCompilations;
import dev.loadstone.application.VerifyCache;
import dev.loadstone.application.WriteArtifact;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.port.Loader;
import dev.loadstone.domain.port.ProcessorReader;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.internal.scheduling.Scheduler;
import io.vavr.control.Option;
import jakarta.inject.Singleton;

/** Chooses the adapter of each port, and makes the use cases, neither of which know injection. */
@Module
final class LoadstoneModule {

  private LoadstoneModule() {}

  // Ports.

  @Provides
  static ArtifactCodec artifactCodec() {
    return JarAdapter.artifactCodec();
  }

  @Provides
  static ArtifactFiles artifactFiles(Settings settings) {
    return FileSystemAdapter.artifactFiles(
        JarAdapter.beginning(), settings.classPath(), settings.limits());
  }

  @Provides
  @Singleton
  static Option<ArtifactStore> artifactStore(Settings settings) {
    return settings
        .substitutes()
        .artifactStore()
        .orElse(() -> settings.store().map(FileSystemAdapter::artifactStore));
  }

  @Provides
  @Singleton
  static ClassFileReader classFiles() {
    return BytecodeAdapter.classFileReader();
  }

  @Provides
  @Singleton
  static Compiler compiler(Settings settings) {
    return settings.substitutes().compiler().getOrElse(CompilerChoice::compiler);
  }

  @Provides
  @Singleton
  static HostRuntime hostRuntime(ClassLoaderAdapter host) {
    return host.hostRuntime(LibraryStamps::identity);
  }

  @Provides
  static HostView hostView(ClassLoaderAdapter host) {
    return host.hostView();
  }

  @Provides
  static Loader loader(Settings settings, ClassLoaderAdapter host) {
    return settings.substitutes().loader().getOrElse(host::loader);
  }

  @Provides
  @Singleton
  static ProcessorReader processors() {
    return FileSystemAdapter.processorReader();
  }

  @Provides
  static SourceParser parser() {
    return CompilerChoice.sourceParser();
  }

  @Provides
  static SourceReader sources(Settings settings) {
    return FileSystemAdapter.sourceReader(settings.limits());
  }

  // What observes calls, and what runs them.

  @Provides
  @Singleton
  static CallObserver observer(Settings settings) {
    return new CallObserver(new SafeListener(settings.listener()), FlightRecorder.ofThisRuntime());
  }

  @Provides
  @Singleton
  static Scheduler scheduler(Settings settings, CallObserver observer) {
    return new Scheduler(
        settings.scheduling().executor(),
        settings.scheduling().compileLimit(),
        settings.scheduling().startLimit(),
        observer.events());
  }

  // Use cases.

  @Provides
  static AdmitArtifact admit(CheckContext context, CallObserver observer) {
    return new AdmitArtifact(context, observer);
  }

  @Provides
  @Singleton
  static CompileCache cache(
      Settings settings,
      Option<ArtifactStore> store,
      ArtifactCodec codec,
      DecodedArtifacts decoded,
      CacheKeys keys,
      CheckContext context,
      CallObserver observer) {
    // Where the cache may only be read, each load fails instead: it asks the same.
    Option<LibraryUnknown> unknown =
        LibraryStamps.identity()
            .failed()
            .toOption()
            .filter(cause -> settings.cacheTerms().access() != CacheAccess.READ_ONLY)
            .filter(LibraryUnknown.class::isInstance)
            .map(LibraryUnknown.class::cast);
    return store
        .filter(present -> unknown.isEmpty())
        .<CompileCache>map(
            present ->
                new StoredCompilations(
                    present, codec, decoded, keys, context, settings.cacheTerms(), observer))
        .getOrElse(() -> CompileCache.nothing(unknown.filter(any -> store.isDefined()), observer));
  }

  @Provides
  static CompilePlugin compile(
      Compiler compiler,
      HostView host,
      HostRuntime runtime,
      ClassFileReader classFiles,
      HostAbis abis,
      CallObserver observer) {
    return new CompilePlugin(
        compiler, host, runtime, new RecordDependencies(classFiles, abis), observer);
  }

  @Provides
  @Singleton
  static CheckContext context(
      Settings settings,
      Compiler compiler,
      HostRuntime runtime,
      HostView host,
      ClassFileReader classFiles,
      HostAbis abis) {
    return new CheckContext(compiler, runtime, host, classFiles, abis, settings.contextPolicy());
  }

  @Provides
  @Singleton
  static DecodedArtifacts decoded(ArtifactCodec codec) {
    return new DecodedArtifacts(codec);
  }

  @Provides
  static FindDependencies dependencies(
      SourceReader reader, SourceParser parser, HostView host, CallObserver observer) {
    return new FindDependencies(reader, parser, host, observer);
  }

  @Provides
  @Singleton
  static HostAbis hostAbis(ClassFileReader classFiles) {
    return new HostAbis(classFiles);
  }

  @Provides
  static CacheKeys keys(Compiler compiler, HostRuntime runtime) {
    return new CacheKeys(compiler, runtime);
  }

  @Provides
  static LinkPlugin link(Loader loader, CallObserver observer) {
    return new LinkPlugin(loader, observer);
  }

  @Provides
  @Singleton
  static ObtainArtifact obtain(
      CompileCache cache,
      CompilePlugin compile,
      CheckContext context,
      Scheduler scheduler,
      CallObserver observer) {
    return new ObtainArtifact(cache, compile, context, scheduler.compilers(), observer);
  }

  @Provides
  static ReadArtifact read(ArtifactFiles files, DecodedArtifacts decoded) {
    return new ReadArtifact(files, decoded);
  }

  @Provides
  static FindUnusedSources unused(SourceReader reader, SourceParser parser) {
    return new FindUnusedSources(reader, parser);
  }

  @Provides
  static Option<VerifyCache> verifyCache(
      Option<ArtifactStore> store, ArtifactCodec codec, CallObserver observer) {
    return store.map(present -> new VerifyCache(present, codec, observer));
  }

  @Provides
  static WriteArtifact write(ArtifactCodec codec, ArtifactFiles files, CallObserver observer) {
    return new WriteArtifact(codec, files, observer);
  }
}
