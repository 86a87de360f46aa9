package dev.loadstone.adapter.bytecode;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Walks through a class file (JVMS 4.1) by its sizes, so that none of them leads out of it, and no
 * reader makes an array for what is not there.
 */
final class ClassFileStructure {

  private static final int OLDEST_MAJOR_VERSION = 45;
  private static final int MAGIC = 0xCAFEBABE;

  private static final int LONGEST_CODE = 65_535;

  private static final int U2 = 2;
  private static final int U4 = 4;
  private static final int U8 = 8;

  private final ByteBuffer bytes;

  /** Where each constant that is a text begins, by its index. */
  private int[] texts = {};

  private ClassFileStructure(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static void check(byte[] bytes) {
    try {
      new ClassFileStructure(ByteBuffer.wrap(bytes)).check();
    } catch (BufferUnderflowException e) {
      throw new Malformed(bytes.length == 0 ? "is empty" : "is cut off");
    }
  }

  private void check() {
    if (bytes.getInt() != MAGIC) {
      throw new Malformed("is not a class file");
    }
    skip(U2);
    version(unsigned());
    constants();
    skip(U2 + U2 + U2);
    skip(unsigned() * U2);
    members();
    members();
    attributes();
    if (bytes.hasRemaining()) {
      throw new Malformed("goes on where it should end");
    }
  }

  private static void version(int major) {
    if (major < OLDEST_MAJOR_VERSION) {
      throw new Malformed("has the class file version " + major + ", which never existed");
    }
  }

  private void constants() {
    int count = unsigned();
    texts = new int[count];
    for (int index = 1; index < count; index++) {
      int tag = bytes.get();
      switch (tag) {
        case 1 -> {
          texts[index] = bytes.position();
          skip(unsigned());
        }
        case 7, 8, 16, 19, 20 -> skip(U2);
        case 15 -> skip(1 + U2);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(U4);
        case 5, 6 -> {
          skip(U8);
          // JVMS 4.4.5: these take two entries.
          index++;
        }
        default -> throw new Malformed("has a constant of the unknown kind " + tag);
      }
    }
  }

  private void members() {
    int count = unsigned();
    for (int i = 0; i < count; i++) {
      skip(U2 + U2 + U2);
      attributes();
    }
  }

  private void attributes() {
    int count = unsigned();
    for (int i = 0; i < count; i++) {
      int name = unsigned();
      int length = bytes.getInt();
      int start = bytes.position();
      if (isText(name, "Code")) {
        code();
      } else if (isText(name, "Record")) {
        components();
      } else {
        skip(length);
      }
      if (bytes.position() - start != length) {
        throw new Malformed("has an attribute of another length than it states");
      }
    }
  }

  private void code() {
    skip(U2 + U2);
    int length = bytes.getInt();
    if (length < 1 || length > LONGEST_CODE) {
      throw new Malformed("has a method whose code is empty or too long");
    }
    skip(length);
    skip(unsigned() * (U2 + U2 + U2 + U2));
    attributes();
  }

  private void components() {
    int count = unsigned();
    for (int i = 0; i < count; i++) {
      skip(U2 + U2);
      attributes();
    }
  }

  private boolean isText(int index, String text) {
    if (index >= texts.length || texts[index] == 0) {
      throw new Malformed("has an attribute without a name");
    }
    int start = texts[index];
    if (bytes.getShort(start) != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes.get(start + U2 + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int unsigned() {
    return Short.toUnsignedInt(bytes.getShort());
  }

  private void skip(int size) {
    if (size < 0 || size > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + size);
  }
}
