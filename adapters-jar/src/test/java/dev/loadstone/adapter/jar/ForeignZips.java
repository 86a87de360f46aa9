package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** ZIPs as the JDK reads and writes them. */
final class ForeignZips {

  private ForeignZips() {}

  static List<ZipMember> members(Bytes zip) {
    List<ZipMember> members = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(zip.newInputStream())) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        members.add(new ZipMember(entry.getName(), Bytes.of(in.readAllBytes())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  static Bytes deflated(List<ZipMember> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipMember member : members) {
        out.putNextEntry(new ZipEntry(member.name()));
        out.write(member.content().toByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(bytes.toByteArray());
  }
}
