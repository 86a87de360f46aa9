package dev.loadstone;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.adapter.jar.JarAdapter;
import dev.loadstone.application.StepRecorder;
import dev.loadstone.domain.cache.StoreSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Makes the artifact's codec, and chooses the adapter of each port that users may substitute. */
@Module
final class PortsModule {

  private PortsModule() {}

  @Provides
  @Singleton
  static Compiler compiler(
      Settings settings, @Named("javac") Provider<Compiler> javac, StepRecorder recorder) {
    return new RecordedCompiler(settings.compiler().getOrElse(javac::get), recorder);
  }

  @Provides
  @Singleton
  static Loader loader(
      Settings settings,
      @Named("classloader") Provider<Loader> classLoader,
      StepRecorder recorder) {
    return new RecordedLoader(settings.loader().getOrElse(classLoader::get), recorder);
  }

  @Provides
  static ArtifactCodec artifactCodec() {
    return JarAdapter.artifactCodec();
  }

  @Provides
  @Named("artifactBeginning")
  static Bytes artifactBeginning() {
    return JarAdapter.beginning();
  }

  @Provides
  static Limits limits(Settings settings) {
    return settings.limits();
  }

  @Provides
  @Named("classPath")
  static List<Path> classPath(Settings settings) {
    return settings.classPath();
  }

  @Provides
  @Named("library")
  static Try<Digest> library() {
    return LibraryStamps.identity();
  }

  @Provides
  @Singleton
  static StepRecorder recorder() {
    return FlightRecorder.ofThisRuntime();
  }

  @Provides
  static Option<StoreSettings> storeSettings(Settings settings) {
    return settings.cache().map(CacheSettings::store);
  }

  @Provides
  @Singleton
  static Option<ArtifactStore> artifactStore(
      Settings settings, @Named("fs") Provider<Option<ArtifactStore>> folder) {
    return settings.artifactStore().isDefined() ? settings.artifactStore() : folder.get();
  }

  @Provides
  @Singleton
  static Consumer<Event> events(Settings settings) {
    return new SafeListener(settings.listener());
  }
}
