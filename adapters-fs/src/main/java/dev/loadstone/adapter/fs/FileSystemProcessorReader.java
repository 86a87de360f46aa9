package dev.loadstone.adapter.fs;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ProcessorFailed;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.ProcessorReader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JARs of processors from the file systems that their paths belong to.
 *
 * <p>Each load needs their digests, also one that the cache answers. So what was read is kept, and
 * read again when the file has changed: when it was written, how large it is, or which file it is.
 */
final class FileSystemProcessorReader implements ProcessorReader {

  private static final int MOST = 256 << 20;

  /** Two writes within one tick of a file system's clock look alike. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private final ConcurrentMap<Path, Known> known = new ConcurrentHashMap<>();

  @Override
  public Try<List<ProcessorJar>> read(List<Path> jars) {
    return Tries.traverse(jars, this::read);
  }

  private Try<ProcessorJar> read(Path file) {
    Option<Stamp> stamp = Stamp.of(file);
    Known before = known.get(file);
    if (before != null && stamp.contains(before.stamp)) {
      return Try.success(before.jar);
    }
    return RegularFile.read(file, MOST, ProcessorFailed::unreadable, this::tooLarge)
        .map(content -> keep(file, stamp, content));
  }

  private ProcessorJar keep(Path file, Option<Stamp> stamp, Bytes content) {
    ProcessorJar jar = new ProcessorJar(file, content);
    // What was written just now, or while it was read, may be written again unnoticed.
    stamp
        .filter(Stamp::isSettled)
        .filter(before -> Stamp.of(file).contains(before))
        .peek(settled -> known.put(file, new Known(settled, jar)))
        .onEmpty(() -> known.remove(file));
    return jar;
  }

  private ProcessorFailed tooLarge(Path file, long bytes) {
    return ProcessorFailed.ofPath(
        file.toString(), "it has " + bytes + " bytes, and may have " + MOST, null);
  }

  private record Known(Stamp stamp, ProcessorJar jar) {}

  private record Stamp(Instant modified, long size, @Nullable Object key) {

    static Option<Stamp> of(Path file) {
      try {
        BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
        return Option.some(new Stamp(of.lastModifiedTime().toInstant(), of.size(), of.fileKey()));
      } catch (IOException e) {
        return Option.none(); // Reading it tells why.
      }
    }

    boolean isSettled() {
      return modified.isBefore(Instant.now().minus(TICK));
    }
  }
}
