package dev.loadstone.cli.init;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.loadstone.cli.report.WriteFailure;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a folder that was not there, or was empty. All files are written beside first and then
 * renamed, so that a failure leaves what there was.
 */
final class NewFolder {

  private final Path target;
  private final Deque<Path> madeParents = new ArrayDeque<>();
  private final Deque<Path> madeTrees = new ArrayDeque<>();

  private NewFolder(Path target) {
    this.target = target;
  }

  /**
   * Writes files into a folder, which is made if it is not there, with its parents.
   *
   * @param folder the folder
   * @param files the text of each file by its path in the folder, with slashes
   * @return nothing; or {@link StoreFailed}, and then nothing has changed
   */
  static Try<Void> write(Path folder, Map<String, String> files) {
    NewFolder attempt = new NewFolder(folder.toAbsolutePath().normalize());
    try {
      attempt.write(files);
      return Try.success(null);
    } catch (IOException e) {
      attempt.undo(e);
      return Try.failure(new StoreFailed(folder, WriteFailure.reason(e), e));
    }
  }

  private void write(Map<String, String> files) throws IOException {
    Path parent = target.getParent();
    if (parent != null && !Files.exists(target, NOFOLLOW_LINKS)) {
      makeParents(parent);
      Files.move(stage(parent, files), target, ATOMIC_MOVE);
    } else {
      refuseUnlessEmpty();
      fill(stage(target, files));
    }
  }

  /**
   * Fills the folder in its place: it may be somebody's working folder, and has rights of its own.
   */
  private void fill(Path staged) throws IOException {
    for (Path entry : entries(staged)) {
      Path place = target.resolve(staged.relativize(entry));
      Files.move(entry, place);
      madeTrees.push(place);
    }
    Files.delete(staged);
  }

  private void makeParents(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent == null || Files.isDirectory(folder)) {
      return;
    }
    if (Files.exists(folder, NOFOLLOW_LINKS)) {
      throw refused("a part of its path is not a folder: " + folder);
    }
    makeParents(parent);
    Files.createDirectory(folder);
    madeParents.push(folder);
  }

  private Path stage(Path parent, Map<String, String> files) throws IOException {
    Path staged = Files.createDirectory(parent.resolve(".loadstone-init-" + UUID.randomUUID()));
    if (!isUsable(staged)) {
      Files.delete(staged);
      throw refused(
          "the umask of this process takes away what its own user may do in a new folder");
    }
    madeTrees.push(staged);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = staged.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), CREATE_NEW);
    }
    return staged;
  }

  private static boolean isUsable(Path folder) {
    return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder);
  }

  private void refuseUnlessEmpty() throws IOException {
    if (!Files.isDirectory(target)) {
      throw refused("it is not a folder, but is there already");
    }
    List<Path> present = entries(target);
    if (!present.isEmpty()) {
      throw refused("it is a folder that is not empty: it has " + present.get(0).getFileName());
    }
  }

  private FileSystemException refused(String reason) {
    return new FileSystemException(target.toString(), null, reason);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void undo(IOException failure) {
    try {
      for (Path tree : madeTrees) {
        delete(tree);
      }
      for (Path folder : madeParents) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
