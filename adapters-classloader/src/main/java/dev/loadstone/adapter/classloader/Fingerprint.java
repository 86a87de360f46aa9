package dev.loadstone.adapter.classloader;

import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Tells one build of a class from another by size and CRC-32, which a JAR's directory has for each
 * entry. Enough to notice a change, not to resist one that is made to be missed; a SHA-256 of every
 * class would cost a fresh process some 60 ms.
 */
record Fingerprint(long size, long crc) {

  static Fingerprint of(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return new Fingerprint(content.length, crc.getValue());
  }

  static Fingerprint of(ZipEntry entry) {
    return new Fingerprint(entry.getSize(), entry.getCrc());
  }

  String text() {
    return size + " " + Long.toHexString(crc);
  }
}
