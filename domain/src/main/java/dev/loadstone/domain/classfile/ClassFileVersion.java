package dev.loadstone.domain.classfile;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.nio.ByteBuffer;

/**
 * The version of a class file (JVMS 4.1), which says which runtimes can read it.
 *
 * @param major the major version, 44 above the feature release that it belongs to
 * @param minor the minor version
 */
public record ClassFileVersion(int major, int minor) {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int MINOR_AT = 4;
  private static final int MAJOR_AT = 6;
  private static final int END = 8;
  private static final int OF_RELEASE_0 = 44;
  private static final int PREVIEW = 0xFFFF;

  /**
   * Reads the version of a class file.
   *
   * @param classFile the class file's content
   * @return the version; none for what is no class file
   */
  public static Option<ClassFileVersion> of(Bytes classFile) {
    ByteBuffer content = classFile.asByteBuffer();
    if (content.remaining() < END || content.getInt(0) != MAGIC) {
      return Option.none();
    }
    return Option.some(
        new ClassFileVersion(
            Short.toUnsignedInt(content.getShort(MAJOR_AT)),
            Short.toUnsignedInt(content.getShort(MINOR_AT))));
  }

  /**
   * Returns the feature release of the Java SE platform that it belongs to.
   *
   * @return the release, such as 17
   */
  public int release() {
    return major - OF_RELEASE_0;
  }

  /**
   * Returns whether the class depends on preview features, which its own release alone has.
   *
   * @return whether it does
   */
  public boolean isPreview() {
    return minor == PREVIEW;
  }

  /**
   * Returns whether a runtime reads class files of this version.
   *
   * @param featureRelease the runtime's feature release
   * @return whether it does
   */
  public boolean isReadableBy(int featureRelease) {
    return isPreview() ? release() == featureRelease : release() <= featureRelease;
  }

  @Override
  public String toString() {
    return (isPreview() ? "preview features of release " : "release ") + release();
  }
}
