package dev.loadstone.adapter.fs;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.SourceReader;

/** Provides the ports that this module implements. */
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
}
