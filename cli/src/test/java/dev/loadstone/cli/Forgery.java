package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Makes an artifact that says of itself, credibly, that it was built elsewhere. */
final class Forgery {

  private static final String BEGINNING = "format ";
  private static final String SEAL = "\ndigest ";
  private static final int SEAL_LENGTH = SEAL.length() + 64 + 1;

  private Forgery() {}

  /** Replaces a line of the provenance by another that is as long. */
  static byte[] of(Path artifact, String line, String replacement) throws IOException {
    // One character for each byte, so that indices are offsets.
    String jar = new String(Files.readAllBytes(artifact), ISO_8859_1);
    int start = jar.indexOf(BEGINNING);
    int end = jar.indexOf(SEAL, start) + SEAL_LENGTH;
    String provenance = jar.substring(start, end);
    String forged = sealed(provenance.replaceFirst("(?m)^" + line + "$", replacement));
    if (forged.length() != provenance.length() || forged.equals(provenance)) {
      throw new AssertionError("'" + line + "' is not replaced in:\n" + provenance);
    }
    return jar.replace(provenance, forged)
        .replace(checksum(provenance), checksum(forged))
        .getBytes(ISO_8859_1);
  }

  private static String sealed(String provenance) {
    String lines = provenance.substring(0, provenance.length() - SEAL_LENGTH + 1);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8));
      return lines + SEAL.substring(1) + HexFormat.of().formatHex(digest) + "\n";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String checksum(String content) {
    CRC32 checksum = new CRC32();
    checksum.update(content.getBytes(ISO_8859_1));
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return new String(bytes.putInt((int) checksum.getValue()).array(), ISO_8859_1);
  }
}
