package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.StoreSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.SourceReader;
import java.nio.file.Path;
import java.util.List;

/** Makes the ports of the file system. All are safe for use by many threads. */
public final class FileSystemAdapter {

  private FileSystemAdapter() {}

  /** {@return a reader of source files up to the limit} */
  public static SourceReader sourceReader(Limits limits) {
    return new FileSystemSourceReader(limits.sourceBytes());
  }

  /**
   * Makes the files of artifacts.
   *
   * @param beginning what every artifact begins with: of a large file that does not, no more is
   *     read
   * @param classPath files that are not written
   * @param limits how large a file may be
   */
  public static ArtifactFiles artifactFiles(Bytes beginning, List<Path> classPath, Limits limits) {
    return new FileSystemArtifactFiles(
        TemporaryNames.ofThisProcess(), beginning, classPath, limits);
  }

  /** {@return a store in a folder, {@link AutoCloseable}, so that its counts are complete} */
  public static ArtifactStore artifactStore(StoreSettings settings) {
    return FileSystemArtifactStore.of(settings);
  }
}
