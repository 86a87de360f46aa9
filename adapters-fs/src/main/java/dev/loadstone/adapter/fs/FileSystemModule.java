package dev.loadstone.adapter.fs;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.cache.StoreSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.SourceReader;
import io.vavr.control.Option;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

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
  static SourceReader sourceReader(Limits limits) {
    return new FileSystemSourceReader(limits.sourceBytes());
  }

  @Provides
  static ArtifactFiles artifactFiles(
      @Named("artifactBeginning") Bytes beginning,
      @Named("classPath") List<Path> classPath,
      Limits limits) {
    return new FileSystemArtifactFiles(
        TemporaryNames.ofThisProcess(), beginning, classPath, limits);
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
