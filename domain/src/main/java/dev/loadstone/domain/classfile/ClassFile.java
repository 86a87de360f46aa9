package dev.loadstone.domain.classfile;

import dev.loadstone.domain.content.Bytes;
import java.util.Objects;

/**
 * A class file (JVMS chapter 4) under the name that it is known by.
 *
 * @param binaryName the class's binary name (JLS 13.1), such as {@code com.acme.Outer$Inner}
 * @param bytes the class file's content
 */
public record ClassFile(String binaryName, Bytes bytes) {

  public ClassFile {
    Objects.requireNonNull(binaryName, "binaryName");
    Objects.requireNonNull(bytes, "bytes");
  }

  /**
   * Returns the name of the class's package.
   *
   * @return the name; empty for the unnamed package
   */
  public String packageName() {
    return packageOf(binaryName);
  }

  /**
   * Returns the name of a class's package.
   *
   * @param binaryName the class's binary name
   * @return the name; empty for the unnamed package
   */
  public static String packageOf(String binaryName) {
    return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
  }
}
