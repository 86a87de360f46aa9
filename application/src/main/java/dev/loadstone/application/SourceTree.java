package dev.loadstone.application;

import dev.loadstone.domain.source.SourceOutline;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the files are that a main file may need: below the main file's folder minus its package's
 * path when the folder ends so, otherwise below that folder, which then stands for the main file's
 * package, too.
 *
 * @param root what packages are folders of
 * @param mainFile the main file as it was given
 * @param packageName the main file's package
 * @param shape whether the main file's folder is its package's
 */
record SourceTree(Path root, Path mainFile, String packageName, Shape shape) {

  private static final String SUFFIX = ".java";

  /** How the main file's folder and its package agree. */
  enum Shape {
    /** The folder is where the package belongs. */
    BY_PACKAGE,
    /** The folder is another one. */
    FLAT
  }

  /**
   * Where a file may be.
   *
   * @param folder the folder to look in, in the form in which the main file was given
   * @param name the path below it
   * @param order the path below the root, by which files are sorted on every platform alike
   */
  record Place(Path folder, String name, String order) {
    Path path() {
      return folder.resolve(name);
    }
  }

  static SourceTree of(Path mainFile, SourceOutline outline) {
    String packageName = outline.packageName();
    Path folder = folderOf(mainFile);
    if (packageName.isEmpty()) {
      return new SourceTree(folder, mainFile, packageName, Shape.BY_PACKAGE);
    }
    List<String> suffix = List.of(packageName.split("\\."));
    Path absolute = folder.toAbsolutePath().normalize();
    if (!endsWith(absolute, suffix)) {
      return new SourceTree(folder, mainFile, packageName, Shape.FLAT);
    }
    // A relative path may be too short to express the root.
    Path root = withoutLast(suffix.size(), endsWith(folder, suffix) ? folder : absolute);
    return new SourceTree(root, mainFile, packageName, Shape.BY_PACKAGE);
  }

  /** Returns where the main file is. */
  Place main() {
    return inMainFolder(String.valueOf(mainFile.getFileName()));
  }

  /** Returns where the file of a type may be, by the type's canonical name. */
  List<Place> places(String type) {
    int dot = type.lastIndexOf('.');
    String fileName = type.substring(dot + 1) + SUFFIX;
    boolean isNeighbour = type.substring(0, Math.max(dot, 0)).equals(packageName);
    if (isNeighbour && shape == Shape.BY_PACKAGE) {
      return List.of(inMainFolder(fileName));
    }
    String path = type.replace('.', '/') + SUFFIX;
    Place byPackage = new Place(root, path, path);
    return isNeighbour ? List.of(inMainFolder(fileName), byPackage) : List.of(byPackage);
  }

  private Place inMainFolder(String fileName) {
    String order =
        shape == Shape.FLAT || packageName.isEmpty()
            ? fileName
            : packageName.replace('.', '/') + "/" + fileName;
    return new Place(folderOf(mainFile), fileName, order);
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? file.getFileSystem().getPath("") : parent;
  }

  private static boolean endsWith(Path folder, List<String> suffix) {
    int start = folder.getNameCount() - suffix.size();
    return start >= 0
        && IntStream.range(0, suffix.size())
            .allMatch(i -> folder.getName(start + i).toString().equals(suffix.get(i)));
  }

  private static Path withoutLast(int count, Path folder) {
    Path result = folder;
    for (int i = 0; i < count; i++) {
      result = folderOf(result);
    }
    return result;
  }
}
