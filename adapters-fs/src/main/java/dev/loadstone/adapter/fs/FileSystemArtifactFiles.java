package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads and writes artifacts in the file systems that their paths belong to.
 *
 * <p>A file is written beside its target and then renamed, so a hard link to the replaced file
 * keeps the old content, and a file that the process may not write is refused although a rename
 * could replace it: what is read-only stays, as it does for {@code cp} and {@code javac}. Only
 * artifacts and empty files are replaced. A replaced file keeps its permission bits and, where the
 * process may give them, its owner and group.
 */
final class FileSystemArtifactFiles implements ArtifactFiles {

  private static final long LARGE = 16L << 20;

  private final TemporaryNames names;
  private final Bytes beginning;
  private final List<Path> classPath;
  private final int most;
  private final StaleTemporaries staleTemporaries;

  /**
   * Makes the adapter.
   *
   * @param beginning what every artifact begins with
   * @param classPath JARs that no artifact is to replace
   * @param limits how large an artifact may be
   */
  FileSystemArtifactFiles(
      TemporaryNames names, Bytes beginning, List<Path> classPath, Limits limits) {
    this.most = limits.artifactBytes();
    this.names = names;
    this.beginning = beginning.first(BEGINNING);
    this.classPath = List.copyOf(classPath);
    this.staleTemporaries = new StaleTemporaries(names);
  }

  @Override
  public Try<Bytes> read(Path file) {
    return isLargeAndForeign(file)
        ? Try.failure(new NotAnArtifact(file.toString(), "it does not begin as artifacts do", null))
        : RegularFile.read(file, most, ArtifactNotFound::new, this::tooLarge);
  }

  /** Looks at the beginning before all the rest is read. */
  private boolean isLargeAndForeign(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) > LARGE
          && !RegularFile.beginning(file, BEGINNING).equals(beginning);
    } catch (IOException | SecurityException | ClosedFileSystemException e) {
      return false; // Reading tells why.
    }
  }

  private PluginException tooLarge(Path file, long bytes) {
    return new ArtifactNotFound(
        file,
        Unreadable.FAILED,
        new IOException(
            "it has "
                + bytes
                + " bytes, and an artifact may have "
                + most
                + " (an application sets another limit by Limits.withArtifactBytes)"));
  }

  @Override
  public Try<Path> write(Path file, Bytes content) {
    try {
      WriteTarget target = WriteTarget.of(file, content, classPath);
      staleTemporaries.sweep(target.folder());
      return Try.success(Uninterrupted.run(() -> replace(target, content, file)));
    } catch (IOException
        | SecurityException
        | UnsupportedOperationException
        | ClosedFileSystemException e) {
      return Try.failure(new StoreFailed(file, FailureWords.of(e), e));
    }
  }

  /** A new file has the mode that the process's umask gives to any. */
  private Path replace(WriteTarget target, Bytes content, Path given) throws IOException {
    KeptAttributes kept =
        target.replaces() ? KeptAttributes.of(target.file()) : KeptAttributes.NONE;
    try (TemporaryFile temporary =
        TemporaryFile.create(target.folder(), names, kept.mode(), kept::giveTo)) {
      temporary.write(content);
      temporary.moveTo(target.file());
    }
    return given;
  }
}
