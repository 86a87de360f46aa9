package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ProcessorReader;
import dev.loadstone.domain.port.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Makes the ports of the file system. All are safe for use by many threads. */
public final class FileSystemAdapter {

  private FileSystemAdapter() {}

  /** {@return a reader of source files up to the limit} */
  public static SourceReader sourceReader(Limits limits) {
    return new FileSystemSourceReader(limits.sourceBytes());
  }

  /** {@return a reader of annotation processors, which keeps what it has read} */
  public static ProcessorReader processorReader() {
    return new FileSystemProcessorReader();
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

  /**
   * Makes a store in a folder, which also gives turns to compile, and can be looked after.
   *
   * @param settings where it is, and how it is kept
   * @return the store, {@link AutoCloseable}, so that its counts are complete
   */
  public static ArtifactStore artifactStore(StoreSettings settings) {
    return FileSystemArtifactStore.of(settings);
  }

  /**
   * Where and how a cache is kept.
   *
   * @param folder its folder, which need not exist
   * @param maxEntries how many artifacts it holds at most, at least 1
   * @param maxBytes how many bytes these have together at most, at least 1
   * @param access whether it may be written
   * @param sharing whose folder it may be
   */
  public record StoreSettings(
      Path folder, int maxEntries, long maxBytes, CacheAccess access, Sharing sharing) {

    /** Whose a cache's folder may be. */
    public enum Sharing {
      /** The user's own, to which nobody else can write. */
      OWNER_ONLY,
      /** Anybody's: all who can write there are trusted with what this process runs. */
      SHARED
    }

    public StoreSettings {
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(access, "access");
      Objects.requireNonNull(sharing, "sharing");
      if (maxEntries < 1) {
        throw new IllegalArgumentException(
            "maxEntries is " + maxEntries + ", and must be at least 1");
      }
      if (maxBytes < 1) {
        throw new IllegalArgumentException("maxBytes is " + maxBytes + ", and must be at least 1");
      }
    }
  }
}
