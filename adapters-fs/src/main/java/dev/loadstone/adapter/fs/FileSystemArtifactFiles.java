package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.Path;

/**
 * Reads and writes artifacts in the file systems that their paths belong to.
 *
 * <p>A file is written beside its target and then renamed, so a hard link to the replaced file
 * keeps the old content, and a file that the process may not write is refused although a rename
 * could replace it: what is read-only stays, as it does for {@code cp} and {@code javac}. A
 * replaced file keeps its permission bits and, where the process may give them, its owner and
 * group.
 */
final class FileSystemArtifactFiles implements ArtifactFiles {

  private final TemporaryNames names;
  private final StaleTemporaries staleTemporaries;

  FileSystemArtifactFiles(TemporaryNames names) {
    this.names = names;
    this.staleTemporaries = new StaleTemporaries(names);
  }

  @Override
  public Try<Bytes> read(Path file) {
    return RegularFile.read(file, ArtifactNotFound::new);
  }

  @Override
  public Try<Path> write(Path file, Bytes content) {
    try {
      WriteTarget target = WriteTarget.of(file);
      staleTemporaries.sweep(target.folder());
      replace(target, content);
      return Try.success(file);
    } catch (IOException
        | SecurityException
        | UnsupportedOperationException
        | ClosedFileSystemException e) {
      return Try.failure(new StoreFailed(file, FailureWords.of(e), e));
    }
  }

  private void replace(WriteTarget target, Bytes content) throws IOException {
    try (TemporaryFile temporary = TemporaryFile.create(target, names)) {
      temporary.write(content);
      if (target.replaces()) {
        KeptAttributes.copy(target.file(), temporary.path());
      }
      temporary.moveTo(target.file());
    }
  }
}
