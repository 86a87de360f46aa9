package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * A file in a ZIP.
 *
 * @param name its name
 * @param content its content
 */
record ZipMember(String name, Bytes content) {

  byte[] encodedName() {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
