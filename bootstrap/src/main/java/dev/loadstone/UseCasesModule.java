package dev.loadstone;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.application.AdmitArtifact;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.application.DecodedArtifacts;
import dev.loadstone.application.FindDependencies;
import dev.loadstone.application.FindUnusedSources;
import dev.loadstone.application.HostAbis;
import dev.loadstone.application.LinkPlugin;
import dev.loadstone.application.ReadArtifact;
import dev.loadstone.application.RecordDependencies;
import dev.loadstone.application.StepRecorder;
import dev.loadstone.application.WriteArtifact;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.port.Loader;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.port.SourceReader;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Makes the use cases, which know nothing of injection. */
@Module
final class UseCasesModule {

  private UseCasesModule() {}

  @Provides
  static CompilePlugin compile(
      Compiler compiler,
      HostView host,
      HostRuntime runtime,
      RecordDependencies recording,
      Consumer<Event> events) {
    return new CompilePlugin(compiler, host, runtime, recording, events);
  }

  @Provides
  static RecordDependencies recording(ClassFileReader classFiles, HostAbis abis) {
    return new RecordDependencies(classFiles, abis);
  }

  @Provides
  @Singleton
  static HostAbis abis(ClassFileReader classFiles) {
    return new HostAbis(classFiles);
  }

  @Provides
  static WriteArtifact write(ArtifactCodec codec, ArtifactFiles files, Consumer<Event> events) {
    return new WriteArtifact(codec, files, events);
  }

  @Provides
  static ReadArtifact read(ArtifactFiles files, DecodedArtifacts decoded) {
    return new ReadArtifact(files, decoded);
  }

  @Provides
  @Singleton
  static DecodedArtifacts decoded(ArtifactCodec codec) {
    return new DecodedArtifacts(codec);
  }

  @Provides
  static CheckContext context(
      Compiler compiler,
      HostRuntime runtime,
      HostView host,
      ClassFileReader classFiles,
      HostAbis abis,
      Settings settings) {
    return new CheckContext(compiler, runtime, host, classFiles, abis, settings.contextPolicy());
  }

  @Provides
  static AdmitArtifact admit(CheckContext context, Consumer<Event> events) {
    return new AdmitArtifact(context, events);
  }

  @Provides
  static LinkPlugin link(Loader loader, Consumer<Event> events) {
    return new LinkPlugin(loader, events);
  }

  @Provides
  static FindDependencies dependencies(
      SourceReader reader, SourceParser parser, HostView host, Consumer<Event> events) {
    return new FindDependencies(reader, parser, host, events);
  }

  @Provides
  static FindUnusedSources unused(SourceReader reader, SourceParser parser) {
    return new FindUnusedSources(reader, parser);
  }

  @Provides
  static UseCases useCases(
      SourceReader sources,
      CompilePlugin compile,
      WriteArtifact write,
      ReadArtifact read,
      CheckContext context,
      AdmitArtifact admit,
      LinkPlugin link,
      FindDependencies dependencies,
      FindUnusedSources unused,
      StepRecorder recorder,
      Failures failures) {
    return new UseCases(
        sources,
        compile,
        write,
        read,
        context,
        admit,
        link,
        dependencies,
        unused,
        recorder,
        failures);
  }

  @Provides
  static Failures failures(Consumer<Event> events) {
    return new Failures(events);
  }

  @Provides
  @Singleton
  static Scheduler scheduler(Settings settings) {
    return Scheduler.create(settings.executor());
  }
}
