package dev.loadstone.adapter.fs;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An entry with what its file's attributes tell.
 *
 * @param stored the entry
 * @param lastUsed when it was used last, by the clock of whoever used it
 * @param size how many bytes it has
 */
record EntryState(StoredEntry stored, Instant lastUsed, long size) {

  /** Some file systems keep times to two seconds only. */
  private static final Duration COARSENESS = Duration.ofSeconds(2);

  /** Looks at a file; none where there is no regular file any more. */
  static Option<EntryState> of(StoredEntry stored) throws IOException {
    Path file = stored.file();
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? Option.some(
              new EntryState(stored, attributes.lastModifiedTime().toInstant(), attributes.size()))
          : Option.none();
    } catch (FileSystemException e) {
      if (e instanceof NoSuchFileException || RegularFile.isBelowFile(file)) {
        return Option.none();
      }
      throw e;
    }
  }

  /** Looks at files, and leaves out what is no regular file any more. */
  static List<EntryState> ofAll(Collection<StoredEntry> entries) throws IOException {
    List<EntryState> states = new ArrayList<>();
    for (StoredEntry each : entries) {
      of(each).forEach(states::add);
    }
    return states;
  }

  /**
   * Orders by last use, that of longest ago first. A time that lies ahead is of a clock that was
   * wrong, and an entry must not stay for ever for that, so it counts as longest ago.
   */
  static Comparator<EntryState> leastRecentlyUsedFirst(Instant now) {
    Instant ahead = now.plus(COARSENESS);
    return Comparator.comparing((EntryState state) -> !state.lastUsed().isAfter(ahead))
        .thenComparing(EntryState::lastUsed)
        .thenComparing(state -> state.stored().file());
  }
}
