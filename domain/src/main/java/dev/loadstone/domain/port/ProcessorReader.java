package dev.loadstone.domain.port;

import dev.loadstone.domain.compilation.ProcessorJar;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;

/** Reads the JARs of a processor path. */
public interface ProcessorReader {

  /**
   * Reads JARs, whose content is not judged. One that has not changed since it was read last need
   * not be read again. No file is left open.
   *
   * @param jars the files, in the order of the processor path
   * @return the JARs in the same order, each with the path that it was given by; or, about the
   *     first file concerned, {@link dev.loadstone.domain.error.ProcessorFailed} when it does not
   *     exist, is a folder or cannot be read
   */
  Try<List<ProcessorJar>> read(List<Path> jars);
}
