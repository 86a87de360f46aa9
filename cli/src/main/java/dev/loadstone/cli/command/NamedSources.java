package dev.loadstone.cli.command;

import dev.loadstone.Loadstone;
import dev.loadstone.cli.report.WriteFailure;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files that a command line means. */
final class NamedSources {

  private static final String HIDDEN = ".";

  private NamedSources() {}

  /** Returns the files of the one plugin that a command line names. */
  static Try<List<Path>> of(Arguments arguments, Loadstone loadstone) {
    return of(arguments.files(), arguments, loadstone);
  }

  /** Returns the files of a plugin: those that are named, or what the one that is named needs. */
  static Try<List<Path>> of(List<Path> named, Arguments arguments, Loadstone loadstone) {
    return arguments.has(Options.DEPS)
        ? Session.await(loadstone.findDependencies(named.get(0)))
        : Try.success(named);
  }

  /**
   * Returns what {@code --each} means: the files that were named, and for each folder those below
   * it that can be a plugin's main file, sorted. What is hidden is left out, and links to folders
   * are not followed.
   *
   * @throws UsageException for a folder that has none, or cannot be read
   * @throws UnnameablePath for one that has a file whose name cannot be expressed
   */
  static List<Path> each(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path each : named) {
      if (Files.isDirectory(each)) {
        files.addAll(below(each));
      } else {
        files.add(each);
      }
    }
    return files.stream().distinct().toList();
  }

  private static List<Path> below(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
              return !each.equals(folder) && isHidden(each)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
              if (isMainFile(each) && Files.isRegularFile(each)) {
                files.add(each);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UsageException(
          Options.EACH + ": " + folder + ": cannot be read: " + WriteFailure.reason(e));
    }
    if (files.isEmpty()) {
      throw new UsageException(Options.EACH + ": " + folder + ": has no Java source file");
    }
    Collections.sort(files);
    files.forEach(FileNames::check);
    return files;
  }

  private static boolean isMainFile(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java")
        && !isHidden(file)
        && !name.equals("package-info.java")
        && !name.equals("module-info.java");
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(HIDDEN);
  }
}
