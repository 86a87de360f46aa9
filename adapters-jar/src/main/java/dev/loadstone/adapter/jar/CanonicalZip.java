package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes files as the one ZIP that they can be: stored, in their order, at a fixed time, without
 * extra fields.
 *
 * <p>The JDK's own writer would do nearly the same, but what it puts into version, flags and time
 * is its own affair and may change with its release or with the time zone.
 */
final class CanonicalZip {

  private static final short VERSION_STORED = 10;
  private static final short FLAGS_UTF8_NAMES = 0x0800;

  /**
   * The first of February 1980, 0:00, as build tools use it: at the format's first day readers
   * differ.
   */
  private static final int TIME_AND_DATE = (2 << 5 | 1) << 16;

  private CanonicalZip() {}

  /**
   * Writes a ZIP.
   *
   * @param members its files
   * @return its bytes
   * @throws IllegalArgumentException if they are more than an array can hold, or a name is too long
   */
  static Bytes of(List<ZipMember> members) {
    byte[] content = new byte[arrayLength(size(members))];
    ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int[] offsets = new int[members.size()];
    int[] checksums = new int[members.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = zip.position();
      checksums[i] = putLocal(zip, members.get(i));
    }
    int directory = zip.position();
    for (int i = 0; i < offsets.length; i++) {
      putCentral(zip, members.get(i), offsets[i], checksums[i]);
    }
    putEnd(zip, members.size(), directory);
    return Bytes.wrap(content);
  }

  /** Returns what a ZIP begins with whose first file is the given one. */
  static Bytes beginningWith(ZipMember first) {
    byte[] content = new byte[arrayLength(localSize(first))];
    putLocal(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), first);
    return Bytes.wrap(content);
  }

  private static int arrayLength(long size) {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("an artifact of " + size + " bytes is too large");
    }
    return (int) size;
  }

  private static long size(List<ZipMember> members) {
    long size = ZipFormat.END_SIZE;
    for (ZipMember member : members) {
      size += localSize(member) + ZipFormat.CENTRAL_SIZE + member.encodedName().length;
    }
    return needsZip64(members.size())
        ? size + ZipFormat.END64_SIZE + ZipFormat.LOCATOR64_SIZE
        : size;
  }

  private static long localSize(ZipMember member) {
    return (long) ZipFormat.LOCAL_SIZE + member.encodedName().length + member.content().size();
  }

  private static boolean needsZip64(int count) {
    return count >= ZipFormat.MAX_SHORT;
  }

  /** Writes a file after its header, and returns its CRC-32. */
  private static int putLocal(ByteBuffer zip, ZipMember member) {
    int header = zip.position();
    int content = header + ZipFormat.LOCAL_SIZE + member.encodedName().length;
    zip.position(content);
    zip.put(member.content().asByteBuffer());
    int end = zip.position();
    // Of what was written: a buffer that cannot be written through would be copied piece by piece.
    int checksum = crc(zip.slice(content, end - content));
    zip.position(header);
    zip.putInt(ZipFormat.LOCAL_SIGNATURE);
    putCommonFields(zip, member, checksum);
    zip.put(member.encodedName());
    zip.position(end);
    return checksum;
  }

  private static void putCentral(ByteBuffer zip, ZipMember member, int offset, int checksum) {
    zip.putInt(ZipFormat.CENTRAL_SIGNATURE);
    zip.putShort(VERSION_STORED);
    putCommonFields(zip, member, checksum);
    zip.putShort((short) 0); // comment
    zip.putShort((short) 0); // disk
    zip.putShort((short) 0); // internal attributes
    zip.putInt(0); // external attributes
    zip.putInt(offset);
    zip.put(member.encodedName());
  }

  private static void putCommonFields(ByteBuffer zip, ZipMember member, int checksum) {
    int nameLength = member.encodedName().length;
    if (nameLength > ZipFormat.MAX_SHORT) {
      throw new IllegalArgumentException("a name is too long for an entry: " + member.name());
    }
    zip.putShort(VERSION_STORED);
    zip.putShort(FLAGS_UTF8_NAMES);
    zip.putShort((short) 0); // stored
    zip.putInt(TIME_AND_DATE);
    zip.putInt(checksum);
    zip.putInt(member.content().size());
    zip.putInt(member.content().size());
    zip.putShort((short) nameLength);
    zip.putShort((short) 0); // extra fields
  }

  private static int crc(ByteBuffer content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  private static void putEnd(ByteBuffer zip, int count, int directory) {
    int directorySize = zip.position() - directory;
    if (needsZip64(count)) {
      putEnd64(zip, count, directory, directorySize);
    }
    short shortCount = (short) Math.min(count, ZipFormat.MAX_SHORT);
    zip.putInt(ZipFormat.END_SIGNATURE);
    zip.putInt(0); // disks
    zip.putShort(shortCount);
    zip.putShort(shortCount);
    zip.putInt(directorySize);
    zip.putInt(directory);
    zip.putShort((short) 0); // comment
  }

  private static void putEnd64(ByteBuffer zip, int count, int directory, int directorySize) {
    int position = zip.position();
    zip.putInt(ZipFormat.END64_SIGNATURE);
    zip.putLong(ZipFormat.END64_SIZE - 12); // of what follows
    zip.putShort((short) 45);
    zip.putShort((short) 45);
    zip.putLong(0); // disks
    zip.putLong(count);
    zip.putLong(count);
    zip.putLong(directorySize);
    zip.putLong(directory);
    zip.putInt(ZipFormat.LOCATOR64_SIGNATURE);
    zip.putInt(0); // disk
    zip.putLong(position);
    zip.putInt(1); // disks
  }
}
