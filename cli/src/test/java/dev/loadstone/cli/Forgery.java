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
import java.util.zip.ZipFile;

/** Makes an artifact that says of itself, credibly, that it was built elsewhere. */
final class Forgery {

  private static final String BEGINNING = "format ";
  private static final String SEAL = "\ndigest ";
  private static final int SEAL_LENGTH = SEAL.length() + 64 + 1;
  private static final int MAJOR_VERSION_OFFSET = 6;
  private static final short NO_MAJOR_VERSION = 44 + 99;

  private Forgery() {}

  /** Replaces a line of the provenance by another that is as long. */
  static byte[] of(Path artifact, String line, String replacement) throws IOException {
    return forged(read(artifact), "(?m)^" + line + "$", replacement).getBytes(ISO_8859_1);
  }

  /** Gives a class file a version that no Java runtime reads. */
  static byte[] newerClassFile(Path artifact, String entry) throws IOException {
    return withShort(artifact, entry, MAJOR_VERSION_OFFSET, NO_MAJOR_VERSION);
  }

  /** Makes a class file into what is none. */
  static byte[] withoutClassFile(Path artifact, String entry) throws IOException {
    return withShort(artifact, entry, 0, (short) 0);
  }

  /** Replaces text in an entry by another that is as long. */
  static byte[] inEntry(Path artifact, String entry, String text, String replacement)
      throws IOException {
    String content = new String(entry(artifact, entry), ISO_8859_1);
    if (!content.contains(text)) {
      throw new AssertionError("no '" + text + "' in:\n" + content);
    }
    return withEntry(artifact, entry, content.replace(text, replacement).getBytes(ISO_8859_1));
  }

  private static byte[] withShort(Path artifact, String entry, int offset, short value)
      throws IOException {
    byte[] newer = entry(artifact, entry);
    ByteBuffer.wrap(newer).putShort(offset, value);
    return withEntry(artifact, entry, newer);
  }

  private static byte[] entry(Path artifact, String entry) throws IOException {
    try (ZipFile jar = new ZipFile(artifact.toFile())) {
      return jar.getInputStream(jar.getEntry(entry)).readAllBytes();
    }
  }

  private static byte[] withEntry(Path artifact, String entry, byte[] newer) throws IOException {
    byte[] older = entry(artifact, entry);
    String before = new String(older, ISO_8859_1);
    String after = new String(newer, ISO_8859_1);
    String jar = read(artifact).replace(before, after).replace(checksum(before), checksum(after));
    return forged(jar, digest(older), digest(newer)).getBytes(ISO_8859_1);
  }

  /** Reads one character for each byte, so that indices are offsets. */
  private static String read(Path artifact) throws IOException {
    return new String(Files.readAllBytes(artifact), ISO_8859_1);
  }

  private static String forged(String jar, String pattern, String replacement) {
    int start = jar.indexOf(BEGINNING);
    int end = jar.indexOf(SEAL, start) + SEAL_LENGTH;
    String provenance = jar.substring(start, end);
    String forged = sealed(provenance.replaceFirst(pattern, replacement));
    if (forged.length() != provenance.length() || forged.equals(provenance)) {
      throw new AssertionError("'" + pattern + "' is not replaced in:\n" + provenance);
    }
    return jar.replace(provenance, forged).replace(checksum(provenance), checksum(forged));
  }

  private static String sealed(String provenance) {
    String lines = provenance.substring(0, provenance.length() - SEAL_LENGTH + 1);
    return lines + SEAL.substring(1) + digest(lines.getBytes(UTF_8)) + "\n";
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
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
