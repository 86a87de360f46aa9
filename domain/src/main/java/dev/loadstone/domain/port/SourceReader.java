package dev.loadstone.domain.port;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;

/** Reads source files. */
public interface SourceReader {

  /**
   * Reads files, each once, as UTF-8. Nothing about their names or contents is judged but the
   * encoding.
   *
   * @param files the files, the main one last; each keeps the path that it was given by
   * @return the sources in the same order; or, about the first file concerned, {@link
   *     dev.loadstone.domain.error.SourceNotFound} when it does not exist, is a folder or cannot be
   *     read, and only when all can be read, {@link dev.loadstone.domain.error.InvalidSources} when
   *     it is not UTF-8
   */
  Try<SourceSet> read(List<Path> files);

  /**
   * Reads a file that may not be there, as UTF-8.
   *
   * @param folder where to look
   * @param name the file's path below the folder, its parts separated by {@code /}
   * @return the source, whose path is {@code folder.resolve(name)}; none when there is no file
   *     whose path below the folder is spelled exactly so, also on a file system that ignores case,
   *     or a folder has that name; {@link dev.loadstone.domain.error.SourceNotFound} when it is
   *     there and cannot be read; {@link dev.loadstone.domain.error.InvalidSources} when it is not
   *     UTF-8
   */
  Try<Option<SourceFile>> readIfPresent(Path folder, String name);
}
