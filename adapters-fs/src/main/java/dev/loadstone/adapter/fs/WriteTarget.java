package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

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

  static WriteTarget of(Path given) throws IOException {
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
    return new WriteTarget(file, folder, existence(file, folder));
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

  private static WriteRefused isFolder() {
    return new WriteRefused("is a folder, not a file", null);
  }
}
