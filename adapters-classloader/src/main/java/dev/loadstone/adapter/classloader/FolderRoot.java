package dev.loadstone.adapter.classloader;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A class folder, listed anew each time. */
record FolderRoot(Path folder) implements ClassRoot {

  @Override
  public Collection<String> classesIn(String packageName) {
    try {
      return classesIn(packageName, folder.resolve(packageName.replace('.', '/')));
    } catch (InvalidPathException unspeakable) {
      // In a locale of few characters not every package can be the name of a folder.
      return List.of();
    }
  }

  private static List<String> classesIn(String packageName, Path packageFolder) {
    if (!Files.isDirectory(packageFolder)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(packageFolder, "*" + BinaryNames.CLASS_SUFFIX)) {
      for (Path file : files) {
        String fileName = file.getFileName().toString();
        int end = fileName.length() - BinaryNames.CLASS_SUFFIX.length();
        names.add(packageName + "." + fileName.substring(0, end));
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      // A class loader finds nothing there either.
      return List.of();
    }
    return names;
  }

  @Override
  public boolean isFixed() {
    return false;
  }
}
