package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import io.vavr.control.Option;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The name of an entry of the cache, from which all that decides about it can be told without
 * opening it: {@code REQUEST-BUILD-FILES-CONTENT.jar}, the beginnings of digests in lower-case
 * hexadecimal. Anything that is not written just so is no entry.
 *
 * @param request the first 32 digits of the request's digest
 * @param build the first 32 digits of the build's digest
 * @param files the first 16 digits of the digest of the absolute paths of the sources
 * @param content the first 16 digits of the digest of the artifact's bytes
 */
record EntryName(String request, String build, String files, String content) {

  static final int LONG = 32;
  static final int PREFIX = 3;

  private static final int SHORT = 16;
  private static final String SUFFIX = ".jar";
  private static final int BUILD_AT = LONG + 1;
  private static final int FILES_AT = BUILD_AT + LONG + 1;
  private static final int CONTENT_AT = FILES_AT + SHORT + 1;
  private static final int SUFFIX_AT = CONTENT_AT + SHORT;
  private static final int LENGTH = SUFFIX_AT + SUFFIX.length();

  static EntryName of(CacheKey key, List<String> files, Bytes artifact) {
    return new EntryName(
        beginning(key.request(), LONG),
        beginning(key.build(), LONG),
        beginning(Digest.of(Bytes.ofUtf8(absolute(files))), SHORT),
        beginning(Digest.of(artifact), SHORT));
  }

  static Option<EntryName> parse(String name) {
    return isName(name)
        ? Option.some(
            new EntryName(
                name.substring(0, LONG),
                name.substring(BUILD_AT, BUILD_AT + LONG),
                name.substring(FILES_AT, FILES_AT + SHORT),
                name.substring(CONTENT_AT, SUFFIX_AT)))
        : Option.none();
  }

  /** Returns the name of the folder that an entry for a request is in. */
  String prefix() {
    return request.substring(0, PREFIX);
  }

  boolean isOfRequest(CacheKey key) {
    return key.request().hex().startsWith(request);
  }

  boolean isOfBuild(CacheKey key) {
    return key.build().hex().startsWith(build);
  }

  @Override
  public String toString() {
    return request + '-' + build + '-' + files + '-' + content + SUFFIX;
  }

  static String beginning(Digest digest, int length) {
    return digest.hex().substring(0, length);
  }

  static boolean isHex(String text, int length) {
    return text.length() == length && isHex(text, 0, length);
  }

  // Loops, as a lookup looks at each name in a folder.
  private static boolean isName(String name) {
    return name.length() == LENGTH
        && isHex(name, 0, LONG)
        && name.charAt(BUILD_AT - 1) == '-'
        && isHex(name, BUILD_AT, BUILD_AT + LONG)
        && name.charAt(FILES_AT - 1) == '-'
        && isHex(name, FILES_AT, FILES_AT + SHORT)
        && name.charAt(CONTENT_AT - 1) == '-'
        && isHex(name, CONTENT_AT, SUFFIX_AT)
        && name.endsWith(SUFFIX);
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static String absolute(List<String> files) {
    StringBuilder paths = new StringBuilder();
    for (String file : files) {
      String path = absolute(file);
      paths.append(path.length()).append(' ').append(path);
    }
    return paths.toString();
  }

  private static String absolute(String file) {
    try {
      return Path.of(file).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return file; // A source from memory may have any name.
    }
  }
}
