package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceRules;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads sources from the file systems that their paths belong to. */
final class FileSystemSourceReader implements SourceReader {

  private final int most;

  /**
   * Makes the adapter.
   *
   * @param most how many bytes a source may have
   */
  FileSystemSourceReader(int most) {
    this.most = most;
  }

  @Override
  public Try<SourceSet> read(List<Path> files) {
    if (files.isEmpty()) {
      return Try.failure(SourceRules.noFiles());
    }
    return contents(files).flatMap(contents -> decoded(files, contents));
  }

  @Override
  public Try<Option<SourceFile>> readIfPresent(Path folder, String name) {
    return SpelledPath.find(folder, name)
        .map(this::readUnlessGone)
        .getOrElse(() -> noneUnlessUnnameable(folder, name));
  }

  private static Try<Option<SourceFile>> noneUnlessUnnameable(Path folder, String name) {
    return SpelledPath.findUnnameable(folder, name)
        .<Try<Option<SourceFile>>>map(
            file ->
                Try.failure(
                    new SourceNotFound(
                        file,
                        Unreadable.FAILED,
                        new IOException(
                            "the encoding of file names lacks characters of its name; set a locale"
                                + " with UTF-8, such as LC_ALL=C.UTF-8"))))
        .getOrElse(() -> Try.success(Option.none()));
  }

  private Try<Option<SourceFile>> readUnlessGone(Path file) {
    Try<Bytes> content = bytes(file);
    if (content.isFailure()) {
      return content.getCause() instanceof SourceNotFound error && isNoFile(error)
          ? Try.success(Option.none())
          : Try.failure(content.getCause());
    }
    String path = file.toString();
    return text(path, content.get()).map(text -> Option.some(SourceFile.of(path, text)));
  }

  /** A folder of that name is no file, nor is what has gone in the meantime. */
  private static boolean isNoFile(SourceNotFound error) {
    return error.reason() != Unreadable.FAILED;
  }

  private Try<List<Bytes>> contents(List<Path> files) {
    List<Bytes> contents = new ArrayList<>();
    for (Path file : files) {
      Try<Bytes> content = bytes(file);
      if (content.isFailure()) {
        return Try.failure(content.getCause());
      }
      contents.add(content.get());
    }
    return Try.success(contents);
  }

  private Try<Bytes> bytes(Path file) {
    return RegularFile.read(
        file,
        most,
        SourceNotFound::new,
        (path, size) -> SourceRules.tooLarge(path.toString(), size, most));
  }

  private static Try<SourceSet> decoded(List<Path> files, List<Bytes> contents) {
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      String path = files.get(i).toString();
      Try<String> text = text(path, contents.get(i));
      if (text.isFailure()) {
        return Try.failure(text.getCause());
      }
      sources.add(SourceFile.of(path, text.get()));
    }
    return Try.success(new SourceSet(sources));
  }

  /**
   * Decodes strictly: a new decoder reports what it cannot decode, {@code new String} would replace
   * it.
   */
  private static Try<String> text(String path, Bytes content) {
    try {
      return Try.success(
          StandardCharsets.UTF_8.newDecoder().decode(content.asByteBuffer()).toString());
    } catch (CharacterCodingException e) {
      return Try.failure(SourceRules.notUtf8(path));
    } catch (OutOfMemoryError e) {
      return Try.failure(
          new SourceNotFound(
              Path.of(path),
              Unreadable.FAILED,
              new IOException("it is larger than the memory that is free", e)));
    }
  }
}
