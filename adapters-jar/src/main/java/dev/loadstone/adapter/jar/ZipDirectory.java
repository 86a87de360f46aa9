package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Looks for a name in the central directory of any ZIP. Nothing is inflated, and no size or count
 * in the file is believed beyond its end, so the work is bounded by the file's length.
 */
final class ZipDirectory {

  private static final int DIRECTORY_SIZE_OFFSET = 12;
  private static final int COMMENT_LENGTH_OFFSET = 20;
  private static final int NAME_LENGTH_OFFSET = 28;
  private static final int EXTRA_LENGTH_OFFSET = 30;
  private static final int MEMBER_COMMENT_LENGTH_OFFSET = 32;

  private ZipDirectory() {}

  static boolean holds(Bytes file, ZipMember wanted) {
    ByteBuffer zip = file.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int end = end(zip);
    return end >= 0 && holds(zip, start(zip, end), end, wanted.encodedName());
  }

  private static boolean holds(ByteBuffer zip, int start, int end, byte[] wanted) {
    int header = start;
    while (end - header >= ZipFormat.CENTRAL_SIZE
        && zip.getInt(header) == ZipFormat.CENTRAL_SIGNATURE) {
      int nameLength = unsigned(zip, header + NAME_LENGTH_OFFSET);
      int name = header + ZipFormat.CENTRAL_SIZE;
      if (nameLength == wanted.length && nameLength <= end - name) {
        byte[] found = new byte[nameLength];
        zip.get(name, found);
        if (Arrays.equals(found, wanted)) {
          return true;
        }
      }
      int rest =
          nameLength
              + unsigned(zip, header + EXTRA_LENGTH_OFFSET)
              + unsigned(zip, header + MEMBER_COMMENT_LENGTH_OFFSET);
      if (rest > end - name) {
        return false;
      }
      header = name + rest;
    }
    return false;
  }

  /**
   * Returns where the end record is, -1 where there is none: its comment must reach the file's very
   * end.
   */
  private static int end(ByteBuffer zip) {
    int last = zip.limit() - ZipFormat.END_SIZE;
    for (int end = last; end >= 0 && last - end <= ZipFormat.MAX_SHORT; end--) {
      if (zip.getInt(end) == ZipFormat.END_SIGNATURE
          && unsigned(zip, end + COMMENT_LENGTH_OFFSET) == last - end) {
        return end;
      }
    }
    return -1;
  }

  /** Counts back from the end, so that bytes before the ZIP do no harm. */
  private static int start(ByteBuffer zip, int end) {
    long size = Integer.toUnsignedLong(zip.getInt(end + DIRECTORY_SIZE_OFFSET));
    return size <= end ? (int) (end - size) : end;
  }

  private static int unsigned(ByteBuffer zip, int offset) {
    return Short.toUnsignedInt(zip.getShort(offset));
  }
}
