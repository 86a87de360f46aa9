package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file of the counts: lines such as {@code HIT 3}, each to be added, which any number of
 * processes append. A line that is not complete or means nothing is ignored. When the file has
 * become long, its sums take its place; what another process appends at that very moment is lost,
 * as counts may be. A file with any other line is somebody else's: it is neither replaced nor
 * removed, and grows no longer.
 */
final class CountsFile {

  private static final int LONG_SIZE = 1 << 16;

  /** No process of ours leaves a file so large, so it is not read. */
  private static final int DAMAGED_SIZE = 1 << 22;

  private static final int MOST_DIGITS = 18;

  private final CacheFolder folder;
  private final TemporaryNames names;

  CountsFile(CacheFolder folder, TemporaryNames names) {
    this.folder = folder;
    this.names = names;
  }

  void append(StoreLayout layout, Map<CacheCounter, Long> counts) throws IOException {
    Option<BasicFileAttributes> before = attributes(layout.counts());
    if (before.exists(attributes -> !attributes.isRegularFile())) {
      // To open a pipe might block for ever.
      throw new WriteRefused(layout.counts() + " is no regular file", null);
    }
    boolean isLong = before.exists(attributes -> attributes.size() > LONG_SIZE);
    if (isLong && !isOurs(layout)) {
      throw new WriteRefused(layout.counts() + " holds something else than counts", null);
    }
    try (SeekableByteChannel out =
        Files.newByteChannel(
            layout.counts(),
            Set.of(
                RegularFile.unlinked(
                    layout.counts(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)),
            OwnerOnly.file(layout.counts()))) {
      out.write(StandardCharsets.US_ASCII.encode(lines(counts)));
    }
    if (before.isEmpty()) {
      folder.share(layout.counts());
    }
    if (isLong) {
      fold(layout);
    }
  }

  static SortedMap<CacheCounter, Long> read(StoreLayout layout) throws IOException {
    SortedMap<CacheCounter, Long> counts = new TreeMap<>();
    content(layout).forEach(content -> addAll(content.toUtf8String(), counts));
    return counts;
  }

  static void delete(StoreLayout layout) throws IOException {
    if (Files.isSymbolicLink(layout.counts()) || isOurs(layout)) {
      Files.deleteIfExists(layout.counts());
    }
  }

  private static boolean isOurs(StoreLayout layout) throws IOException {
    return content(layout)
        .exists(content -> content.toUtf8String().lines().allMatch(CountsFile::isLine));
  }

  private static Option<Bytes> content(StoreLayout layout) throws IOException {
    return attributes(layout.counts()).exists(found -> found.size() <= DAMAGED_SIZE)
        ? RegularFile.readUnlinked(layout.counts(), DAMAGED_SIZE)
        : Option.none();
  }

  private void fold(StoreLayout layout) throws IOException {
    folder.createFolder(layout.temporaries());
    Path beside = layout.temporaries();
    try (TemporaryFile temporary =
        TemporaryFile.create(beside, names, OwnerOnly.file(beside), folder::share)) {
      temporary.write(Bytes.ofUtf8(lines(read(layout))));
      temporary.moveTo(layout.counts());
    }
  }

  private static Option<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Option.some(
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Option.none();
    }
  }

  private static String lines(Map<CacheCounter, Long> counts) {
    StringBuilder lines = new StringBuilder();
    counts.forEach(
        (counter, count) -> lines.append(counter).append(' ').append(count).append('\n'));
    return lines.toString();
  }

  private static void addAll(String text, Map<CacheCounter, Long> counts) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(text.substring(start, end), counts);
      start = end + 1;
    }
  }

  private static void add(String line, Map<CacheCounter, Long> counts) {
    String number = line.substring(line.indexOf(' ') + 1);
    counter(line)
        .forEach(counter -> counts.merge(counter, Long.parseLong(number), CountsFile::sum));
  }

  private static boolean isLine(String line) {
    return counter(line).isDefined();
  }

  private static Option<CacheCounter> counter(String line) {
    int space = line.indexOf(' ');
    if (space >= 0 && isNumber(line.substring(space + 1))) {
      for (CacheCounter counter : CacheCounter.values()) {
        if (counter.name().equals(line.substring(0, space))) {
          return Option.some(counter);
        }
      }
    }
    return Option.none();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
