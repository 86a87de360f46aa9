package dev.loadstone.testkit;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Artifact files in memory, in folders that a test names. */
public final class InMemoryArtifactFiles implements ArtifactFiles {

  private final Map<Path, Bytes> files = new ConcurrentHashMap<>();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  /**
   * Makes a file system without files.
   *
   * @param folders the folders that are there
   */
  public InMemoryArtifactFiles(Path... folders) {
    this.folders.addAll(Set.of(folders));
  }

  /**
   * Returns a file's content.
   *
   * @param file its path
   * @return the content, none where there is no such file
   */
  public Option<Bytes> content(Path file) {
    return Option.of(files.get(file));
  }

  @Override
  public Try<Bytes> read(Path file) {
    Unreadable reason = folders.contains(file) ? Unreadable.FOLDER : Unreadable.MISSING;
    return content(file).toTry(() -> new ArtifactNotFound(file, reason, null));
  }

  @Override
  public Try<Path> write(Path file, Bytes content) {
    if (folders.contains(file)) {
      return Try.failure(new StoreFailed(file, "is a folder, not a file", null));
    }
    if (file.toString().endsWith(".java")) {
      return Try.failure(new StoreFailed(file, "is named like a Java source file", null));
    }
    Path folder = file.getParent();
    if (folder == null || !folders.contains(folder)) {
      return Try.failure(new StoreFailed(file, "its folder does not exist", null));
    }
    Bytes there = content(file).getOrElse(Bytes.ofUtf8("")).first(BEGINNING);
    if (there.size() > 0 && !there.equals(content.first(BEGINNING))) {
      return Try.failure(new StoreFailed(file, "is there already, and is another file", null));
    }
    files.put(file, content);
    return Try.success(file);
  }
}
