package dev.loadstone.testkit;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceRules;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A source reader over files that a test puts into it. */
public final class InMemorySourceReader implements SourceReader {

  private final Map<Path, Bytes> files = new ConcurrentHashMap<>();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  /** Makes a reader that finds no file. */
  public InMemorySourceReader() {}

  /**
   * Adds or replaces a file.
   *
   * @param file its path
   * @param content its content
   * @return this reader
   */
  public InMemorySourceReader put(Path file, Bytes content) {
    files.put(file, content);
    return this;
  }

  /**
   * Adds or replaces a file.
   *
   * @param file its path
   * @param text its content, to be encoded in UTF-8
   * @return this reader
   */
  public InMemorySourceReader put(Path file, String text) {
    return put(file, Bytes.ofUtf8(text));
  }

  /**
   * Adds a folder.
   *
   * @param folder its path
   * @return this reader
   */
  public InMemorySourceReader putFolder(Path folder) {
    folders.add(folder);
    return this;
  }

  @Override
  public Try<SourceSet> read(List<Path> wanted) {
    if (wanted.isEmpty()) {
      return Try.failure(SourceRules.noFiles());
    }
    for (Path file : wanted) {
      if (folders.contains(file)) {
        return Try.failure(new SourceNotFound(file, Unreadable.FOLDER, null));
      }
      if (!files.containsKey(file)) {
        return Try.failure(new SourceNotFound(file, Unreadable.MISSING, null));
      }
    }
    return decode(wanted);
  }

  @Override
  public Try<Option<SourceFile>> readIfPresent(Path folder, String name) {
    Path file = folder.resolve(name);
    return files.containsKey(file)
        ? decode(List.of(file)).map(SourceSet::mainFile).map(Option::some)
        : Try.success(Option.none());
  }

  private Try<SourceSet> decode(List<Path> wanted) {
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : wanted) {
      try {
        sources.add(SourceFile.of(file.toString(), text(file)));
      } catch (CharacterCodingException e) {
        return Try.failure(SourceRules.notUtf8(file.toString()));
      }
    }
    return Try.success(new SourceSet(sources));
  }

  private String text(Path file) throws CharacterCodingException {
    Bytes content = files.getOrDefault(file, Bytes.ofUtf8(""));
    return StandardCharsets.UTF_8.newDecoder().decode(content.asByteBuffer()).toString();
  }
}
