package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The texts in the constant pool of a class file (JVMS 4.4), and thus all names in it. */
final class ConstantPool {

  private static final int UTF8 = 1;

  private final Set<String> texts;

  private ConstantPool(Set<String> texts) {
    this.texts = texts;
  }

  /** Reads the constant pool of a class file; one that is damaged names nothing. */
  static ConstantPool of(ClassFile file) {
    try (DataInputStream content = new DataInputStream(file.bytes().newInputStream())) {
      return new ConstantPool(read(content));
    } catch (IOException damaged) {
      return new ConstantPool(Set.of());
    }
  }

  /**
   * Returns whether a class is named, by itself, or in a descriptor or signature (JVMS 4.7.9.1).
   */
  boolean names(String binaryName) {
    String name = binaryName.replace('.', '/');
    String inType = "L" + name;
    return texts.contains(name)
        || texts.stream()
            .anyMatch(
                text ->
                    text.contains(inType + ";")
                        || text.contains(inType + "<")
                        || text.contains(inType + "."));
  }

  /**
   * Returns the binary names of all classes that are named, and perhaps of some that are not: what
   * a class file calls a class cannot be told from other texts of that form.
   */
  SortedSet<String> classNames() {
    SortedSet<String> names = new TreeSet<>();
    for (String text : texts) {
      if (text.indexOf(';') >= 0) {
        addNamesInType(text, names);
      } else if (text.indexOf('/') > 0) {
        names.add(text.replace('/', '.'));
      }
    }
    return names;
  }

  private static void addNamesInType(String text, SortedSet<String> names) {
    int start = text.indexOf('L');
    while (start >= 0) {
      int end = start + 1;
      while (end < text.length() && ";<>:()[".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      if (end < text.length() && (text.charAt(end) == ';' || text.charAt(end) == '<')) {
        names.add(text.substring(start + 1, end).replace('/', '.'));
      }
      start = text.indexOf('L', end);
    }
  }

  private static Set<String> read(DataInputStream content) throws IOException {
    content.skipNBytes(8); // Magic number and version.
    int count = content.readUnsignedShort();
    Set<String> texts = new HashSet<>();
    for (int index = 1; index < count; index++) {
      int tag = content.readUnsignedByte();
      if (tag == UTF8) {
        texts.add(content.readUTF());
      } else {
        content.skipNBytes(size(tag));
      }
      if (isWide(tag)) {
        index++;
      }
    }
    return texts;
  }

  private static int size(int tag) throws IOException {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IOException("no constant has the tag " + tag);
    };
  }

  // A long or a double counts as two (JVMS 4.4.5).
  private static boolean isWide(int tag) {
    return tag == 5 || tag == 6;
  }
}
