package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The file that a write makes or replaces.
 *
 * @param file its absolute path, a final symbolic link followed
 * @param folder the folder that holds it
 * @param existence whether it is there already
 */
record WriteTarget(Path file, Path folder, Existence existence) {

  enum Existence {
    NEW,
    REPLACED
  }

  /**
   * Looks at where something is to be written.
   *
   * @param content the new content
   * @param classPath what the application's plugins are compiled against, which stays
   */
  static WriteTarget of(Path given, Bytes content, List<Path> classPath) throws IOException {
    for (Path link : ForeignLink.onTheWayTo(given)) {
      throw new WriteRefused(
          "another user made the link "
              + link
              + ", in a folder that others can write to; remove it, or write to another place",
          null);
    }
    Path file = Files.isSymbolicLink(given) ? linked(given) : given.toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null) {
      throw isFolder();
    }
    if (file.toString().endsWith(".java")) {
      // The output and a source exchanged on a command line would cost the source.
      throw new WriteRefused("is named like a Java source file", null);
    }
    if (RegularFile.isBelowFile(file)) {
      throw new WriteRefused("a part of its path is a file, not a folder", null);
    }
    Existence existence = existence(file, folder);
    if (existence == Existence.REPLACED) {
      requireOutput(file, content, classPath);
    }
    return new WriteTarget(file, folder, existence);
  }

  boolean replaces() {
    return existence == Existence.REPLACED;
  }

  private static Path linked(Path link) throws IOException {
    try {
      return link.toRealPath();
    } catch (NoSuchFileException e) {
      throw new WriteRefused("is a link to a file that does not exist", e);
    }
  }

  private static Existence existence(Path file, Path folder) throws IOException {
    try {
      requireReplaceable(file, Files.readAttributes(file, BasicFileAttributes.class));
      return Existence.REPLACED;
    } catch (NoSuchFileException e) {
      if (!Files.isDirectory(folder)) {
        throw new WriteRefused("the folder " + folder + " does not exist", e);
      }
      return Existence.NEW;
    }
  }

  private static void requireReplaceable(Path file, BasicFileAttributes attributes)
      throws WriteRefused {
    if (attributes.isDirectory()) {
      throw isFolder();
    }
    if (!attributes.isRegularFile()) {
      throw new WriteRefused("is a device, a pipe or a socket", null);
    }
    if (!Files.isWritable(file)) {
      throw new WriteRefused("is read-only for this process", null);
    }
  }

  private static void requireOutput(Path file, Bytes content, List<Path> classPath)
      throws IOException {
    for (Path entry : classPath) {
      if (Files.exists(entry) && Files.isSameFile(file, entry)) {
        throw new WriteRefused("is an entry of the class path", null);
      }
    }
    requireOlder(file, content);
  }

  /** A name that was mistyped, or exchanged with another on a command line, costs no other file. */
  private static void requireOlder(Path file, Bytes content) throws IOException {
    Bytes beginning = RegularFile.beginning(file, ArtifactFiles.BEGINNING);
    if (beginning.size() > 0 && !beginning.equals(content.first(ArtifactFiles.BEGINNING))) {
      throw new WriteRefused(
          "is there already, and is neither an artifact nor empty; remove it first if nobody needs"
              + " it",
          null);
    }
  }

  private static WriteRefused isFolder() {
    return new WriteRefused("is a folder, not a file", null);
  }
}
