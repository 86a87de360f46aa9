package dev.loadstone.testkit;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ProcessorFailed;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.ProcessorReader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A reader of processors over files that a test puts into it. */
public final class InMemoryProcessorReader implements ProcessorReader {

  private final Map<Path, Bytes> files = new ConcurrentHashMap<>();

  /** Makes a reader that finds no file. */
  public InMemoryProcessorReader() {}

  /**
   * Adds or replaces a file.
   *
   * @param file its path
   * @param content its content
   * @return this reader
   */
  public InMemoryProcessorReader put(Path file, Bytes content) {
    files.put(file, content);
    return this;
  }

  @Override
  public Try<List<ProcessorJar>> read(List<Path> jars) {
    return Tries.traverse(jars, this::read);
  }

  private Try<ProcessorJar> read(Path file) {
    return Option.of(files.get(file))
        .map(content -> new ProcessorJar(file, content))
        .toTry(() -> ProcessorFailed.unreadable(file, Unreadable.MISSING, null));
  }
}
