package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import java.net.URL;

/**
 * The content of a class file, and how to see that it is still the same.
 *
 * @param content the content
 * @param location where it was found
 * @param stamp that of the file before it was read
 */
record KnownClassFile(Bytes content, URL location, FileStamp stamp) {

  boolean isUnchanged() {
    return location.getProtocol().equals("jar") || stamp.isStill(location);
  }
}
