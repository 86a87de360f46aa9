package dev.loadstone.adapter.fs;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.cache.StoreSettings;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.SourceReader;
import io.vavr.control.Option;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Provides the ports that this module implements.
 *
 * <p>The store is there if its settings are, the same object each time, and is closed by the {@link
 * AutoCloseable} provided here, so that its counts are complete. Everything is safe for use by many
 * threads.
 */
@Module
public final class FileSystemModule {

  private FileSystemModule() {}

  @Provides
  static SourceReader sourceReader() {
    return new FileSystemSourceReader();
  }

  @Provides
  static ArtifactCodec artifactCodec() {
    return new JarArtifactCodec();
  }

  @Provides
  static ArtifactFiles artifactFiles() {
    return new FileSystemArtifactFiles(TemporaryNames.ofThisProcess());
  }

  @Provides
  @Singleton
  @Named("fs")
  static Option<ArtifactStore> artifactStore(Option<StoreSettings> settings) {
    return settings.map(FileSystemArtifactStore::of);
  }

  @Provides
  @Named("fs")
  static AutoCloseable artifactStoreResources(@Named("fs") Option<ArtifactStore> store) {
    return () -> {
      for (ArtifactStore each : store) {
        if (each instanceof AutoCloseable resources) {
          resources.close();
        }
      }
    };
  }
}
