package dev.loadstone.adapter.classloader;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changes when a file is written: when that was, its size, and which file it is.
 *
 * <p>Two writes within one tick of a file system's clock may leave the same stamp, so that of a
 * file which had been written just before it was looked at proves nothing. File systems tick once
 * in two seconds at worst.
 *
 * @param modified when the file was written last; null where that proves nothing
 * @param size the file's size
 * @param key which file it is, null where the file system does not say
 */
record FileStamp(@Nullable Instant modified, long size, @Nullable Object key) {

  private static final Duration TICK = Duration.ofSeconds(2);
  private static final FileStamp NONE = new FileStamp(null, 0, null);

  /** Returns the stamp of a file; one that no file still has for what is none. */
  static FileStamp of(URL location) {
    return isFile(location) ? of(location, Instant.now().minus(TICK)) : NONE;
  }

  /** Returns whether a file still has this stamp. */
  boolean isStill(URL location) {
    return modified != null && isFile(location) && equals(of(location, modified));
  }

  /** Tells whether a location is of a file that might block its reader for ever, or never end. */
  static boolean isOfPipe(URL location) {
    try {
      return isFile(location) && attributes(location).isOther();
    } catch (URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | IOException unknown) {
      return false; // Opening it tells why.
    }
  }

  private static boolean isFile(URL location) {
    return location.getProtocol().equals("file");
  }

  private static FileStamp of(URL location, Instant latest) {
    try {
      BasicFileAttributes file = attributes(location);
      Instant modified = file.lastModifiedTime().toInstant();
      return modified.isAfter(latest) ? NONE : new FileStamp(modified, file.size(), file.fileKey());
    } catch (URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | IOException unknown) {
      return NONE; // Then the file is read each time.
    }
  }

  private static BasicFileAttributes attributes(URL location)
      throws URISyntaxException, IOException {
    return Files.readAttributes(Path.of(location.toURI()), BasicFileAttributes.class);
  }
}
