package dev.loadstone.adapter.javac;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Names for what is in memory. They are hierarchical, as javac takes a file's name from the end of
 * the path.
 */
final class MemoryUri {

  private MemoryUri() {}

  static URI of(String path) {
    try {
      return new URI("loadstone", null, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new AssertionError("every absolute path is quoted where necessary (see URI)", e);
    }
  }
}
