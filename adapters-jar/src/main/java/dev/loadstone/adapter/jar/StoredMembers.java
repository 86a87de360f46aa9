package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Quotation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the files of a {@link CanonicalZip} one after the other, from their local headers. Only
 * what it takes to find them is looked at: whether everything else is canonical shows when the same
 * files are written again. Sizes in the input are compared with what is there before anything is
 * made of them.
 */
final class StoredMembers {

  private static final int SIZE_OFFSET = 22;
  private static final int NAME_LENGTH_OFFSET = 26;

  private final Bytes content;
  private final ByteBuffer zip;
  private final TreeMap<Integer, String> namesByOffset = new TreeMap<>();

  StoredMembers(Bytes zip) {
    this.content = zip;
    this.zip = zip.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads the next file, which the artifact says is the named one. */
  Bytes next(String expected) throws Damage {
    int start = zip.position();
    require(ZipFormat.LOCAL_SIZE, expected);
    if (zip.getInt(start) != ZipFormat.LOCAL_SIGNATURE) {
      throw new Damage("the entry " + expected + " is missing, or its header was changed");
    }
    int size = zip.getInt(start + SIZE_OFFSET);
    int nameLength = Short.toUnsignedInt(zip.getShort(start + NAME_LENGTH_OFFSET));
    zip.position(start + ZipFormat.LOCAL_SIZE);
    require(nameLength, expected);
    requireNamed(expected, take(nameLength));
    if (size < 0) {
      throw new Damage("the header of the entry " + expected + " was changed");
    }
    require(size, expected);
    namesByOffset.put(start, expected);
    return take(size);
  }

  /** Says to which part of the artifact an offset belongs. */
  String partAt(int offset) {
    Map.Entry<Integer, String> member = namesByOffset.floorEntry(offset);
    return member == null || offset >= zip.position()
        ? "its table of contents was changed"
        : "the header of the entry " + member.getValue() + " was changed";
  }

  private void require(int size, String expected) throws Damage {
    if (size > zip.remaining()) {
      throw new Damage("it ends before the end of the entry " + expected);
    }
  }

  private Bytes take(int size) {
    Bytes taken = content.slice(zip.position(), size);
    zip.position(zip.position() + size);
    return taken;
  }

  private static void requireNamed(String expected, Bytes name) throws Damage {
    if (name.equals(Bytes.ofUtf8(expected))) {
      return;
    }
    String found = name.toUtf8String();
    throw new Damage(
        name.equals(Bytes.ofUtf8(found))
            ? "there is an entry " + Quotation.of(found) + " where " + expected + " belongs"
            : "the name of the entry " + expected + " was changed");
  }
}
