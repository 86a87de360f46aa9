package dev.loadstone.domain.classfile;

import io.vavr.control.Option;
import java.util.Objects;

/**
 * What reads class files in this process, and up to which release.
 *
 * @param reader the library that reads them, with its version and where it comes from, as far as
 *     that is known: {@code ASM 9.2 (/app/lib/asm-9.2.jar)}
 * @param newestRelease the newest release whose class files it reads; 0 where it cannot be used
 */
public record ClassFileSupport(String reader, int newestRelease) {

  public ClassFileSupport {
    Objects.requireNonNull(reader, "reader");
  }

  /**
   * Returns why a class file cannot be read, as far as its version tells.
   *
   * @param classFile the class file
   * @return words that follow its name; none where it can be read, and where it is not a class file
   */
  public Option<String> whyUnreadable(ClassFile classFile) {
    Option<ClassFileVersion> version = ClassFileVersion.of(classFile.bytes());
    if (version.isEmpty()) {
      return Option.when(newestRelease == 0, () -> "cannot be read: " + this);
    }
    return Option.when(
        version.get().release() > newestRelease, () -> "is of " + version.get() + ", and " + this);
  }

  @Override
  public String toString() {
    return newestRelease == 0
        ? reader + " cannot be used to read class files"
        : reader + " reads class files up to release " + newestRelease;
  }
}
