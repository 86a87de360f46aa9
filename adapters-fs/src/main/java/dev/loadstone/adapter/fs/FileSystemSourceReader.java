package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Tries;
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
    return Tries.traverse(files, this::content)
        .flatMap(contents -> Tries.traverse(contents, Content::decoded))
        .map(SourceSet::new);
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
    return content(file)
        .flatMap(Content::decoded)
        .map(Option::some)
        .recoverWith(
            SourceNotFound.class,
            error -> isNoFile(error) ? Try.success(Option.none()) : Try.failure(error));
  }

  /** A folder of that name is no file, nor is what has gone in the meantime. */
  private static boolean isNoFile(SourceNotFound error) {
    return error.reason() != Unreadable.FAILED;
  }

  private Try<Content> content(Path file) {
    return RegularFile.read(
            file,
            most,
            SourceNotFound::new,
            (path, size) -> SourceRules.tooLarge(path.toString(), size, most))
        .map(bytes -> new Content(file.toString(), bytes));
  }

  private record Content(String path, Bytes bytes) {

    /**
     * Decodes strictly: a new decoder reports what it cannot decode, {@code new String} would
     * replace it.
     */
    Try<SourceFile> decoded() {
      try {
        return Try.success(
            SourceFile.of(
                path, StandardCharsets.UTF_8.newDecoder().decode(bytes.asByteBuffer()).toString()));
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
}
