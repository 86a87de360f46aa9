package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

  private final ByteBuffer zip;
  private final TreeMap<Integer, String> namesByOffset = new TreeMap<>();

  StoredMembers(Bytes zip) {
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
    String name = text(take(nameLength), expected);
    if (!name.equals(expected)) {
      throw new Damage(
          "there is an entry " + EscapedText.excerpt(name) + " where " + expected + " belongs");
    }
    if (size < 0) {
      throw new Damage("the header of the entry " + expected + " was changed");
    }
    require(size, expected);
    namesByOffset.put(start, expected);
    return Bytes.of(take(size));
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

  private byte[] take(int size) {
    byte[] taken = new byte[size];
    zip.get(taken);
    return taken;
  }

  private static String text(byte[] name, String expected) throws Damage {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      throw new Damage("the name of the entry " + expected + " was changed");
    }
  }
}
