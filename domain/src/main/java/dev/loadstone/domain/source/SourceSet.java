package dev.loadstone.domain.source;

import java.util.List;

/**
 * Ordered compilation units, the last of which is the main one.
 *
 * @param files the files; none is allowed here and rejected by the call that uses it
 */
public record SourceSet(List<SourceFile> files) {

  public SourceSet {
    files = List.copyOf(files);
  }

  /**
   * Makes a source set. Nothing is rejected here: bad names are an {@code InvalidSources} of the
   * call that uses it.
   *
   * @param files the files, the main one last
   */
  public static SourceSet of(SourceFile... files) {
    return new SourceSet(List.of(files));
  }

  /**
   * Returns the main file.
   *
   * @return the last file
   * @throws IndexOutOfBoundsException if there is no file, which {@link
   *     SourceRules#check(SourceSet)} excludes
   */
  public SourceFile mainFile() {
    return files.get(files.size() - 1);
  }

  /**
   * Returns the paths of the files.
   *
   * @return the paths as they were given, in order
   */
  public List<String> paths() {
    return files.stream().map(SourceFile::path).toList();
  }
}
