package dev.loadstone.adapter.jar;

/** Signatures and sizes of the ZIP format (APPNOTE.TXT 4.3), little-endian all of them. */
final class ZipFormat {

  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int LOCAL_SIZE = 30;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int CENTRAL_SIZE = 46;
  static final int END_SIGNATURE = 0x06054b50;
  static final int END_SIZE = 22;
  static final int END64_SIGNATURE = 0x06064b50;
  static final int END64_SIZE = 56;
  static final int LOCATOR64_SIGNATURE = 0x07064b50;
  static final int LOCATOR64_SIZE = 20;

  /**
   * The largest number in two bytes; as a count of entries it means that the true one is in the
   * 64-bit records.
   */
  static final int MAX_SHORT = 0xffff;

  private ZipFormat() {}
}
