package dev.loadstone.domain.port;

import dev.loadstone.domain.source.SourceSet;
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
}
