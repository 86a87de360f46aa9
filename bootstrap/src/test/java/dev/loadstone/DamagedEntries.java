package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes artifacts that are not what was written, or are something else. */
final class DamagedEntries {

  private static final String PROVENANCE = "META-INF/loadstone/provenance";
  private static final String SEAL = "digest ";

  private DamagedEntries() {}

  /** Puts something into an entry's place. */
  interface Damage {
    void to(Path entry) throws IOException;
  }

  static byte[] truncated(byte[] artifact, int length) {
    return Arrays.copyOf(artifact, length);
  }

  static byte[] flipped(byte[] artifact, int at, int bit) {
    byte[] flipped = artifact.clone();
    flipped[at] ^= (byte) (1 << bit);
    return flipped;
  }

  /** Compiles a source to a JAR as anybody would make one. */
  static byte[] foreignJar(Path folder, String source) throws IOException {
    Path classes =
        HostJar.compile(folder.resolve("classes"), List.of(HostJar.unit("One.java", source)));
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (String name : List.of("One.class", "Evil.class")) {
      members.put(name, Files.readAllBytes(classes.resolve(name)));
    }
    return packed(members);
  }

  /** Takes an artifact, and the class files of another one that have the same name. */
  static byte[] otherClasses(byte[] artifact, byte[] other) throws IOException {
    Map<String, byte[]> members = unpacked(artifact);
    Map<String, byte[]> others = unpacked(other);
    members.replaceAll(
        (name, content) -> name.endsWith(".class") ? others.getOrDefault(name, content) : content);
    return packed(members);
  }

  /** Makes an artifact say, under a right seal, that it is of another format. */
  static byte[] format(byte[] artifact, int version) throws IOException {
    Map<String, byte[]> members = unpacked(artifact);
    String text = new String(members.get(PROVENANCE), StandardCharsets.UTF_8);
    assertThat(text).startsWith("format ").contains("\n" + SEAL);
    String changed =
        text.substring(0, text.lastIndexOf(SEAL)).replaceFirst("format \\d+", "format " + version);
    members.put(
        PROVENANCE, (changed + SEAL + sha256(changed) + "\n").getBytes(StandardCharsets.UTF_8));
    return packed(members);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // Every Java has it.
    }
  }

  private static Map<String, byte[]> unpacked(byte[] jar) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        members.put(each.getName(), in.readAllBytes());
      }
    }
    return members;
  }

  private static byte[] packed(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(jar)) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> each : members.entrySet()) {
        ZipEntry member = new ZipEntry(each.getKey());
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        member.setSize(each.getValue().length);
        member.setCrc(crc.getValue());
        member.setTime(0);
        out.putNextEntry(member);
        out.write(each.getValue());
      }
    }
    return jar.toByteArray();
  }
}
