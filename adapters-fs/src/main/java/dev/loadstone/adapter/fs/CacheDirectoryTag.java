package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Marks a folder as a cache, which backups skip (bford.info/cachedir). */
final class CacheDirectoryTag {

  static final String NAME = "CACHEDIR.TAG";

  private static final String CONTENT =
      """
      Signature: 8a477f597d28d172789f06886806bc55
      # This file marks a cache directory, made by Loadstone: all in it can be made anew.
      # For information about cache directory tags, see https://bford.info/cachedir/
      """;

  private CacheDirectoryTag() {}

  /** Writes it where it can: a cache without one is as good, and has but to be backed up. */
  @SuppressWarnings("EmptyCatch")
  static void writeTo(Path folder) {
    try {
      Path tag = folder.resolve(NAME);
      try (SeekableByteChannel channel =
          Files.newByteChannel(
              tag,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OwnerOnly.file(tag))) {
        channel.write(StandardCharsets.US_ASCII.encode(CONTENT));
      }
    } catch (IOException e) {
      // See above.
    }
  }
}
