package dev.loadstone.domain.context;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.classfile.ClassFileVersion;
import dev.loadstone.domain.content.Digest;
import java.util.List;
import java.util.Objects;

/**
 * Which Java runtime it is, and which build of this library runs in it.
 *
 * @param featureRelease the runtime's feature release, such as 17
 * @param libraryBuild the digest of the library's own classes
 */
public record RuntimeIdentity(int featureRelease, Digest libraryBuild) {

  /**
   * Checks that both parts are there.
   *
   * @param featureRelease the runtime's feature release, such as 17
   * @param libraryBuild the digest of the library's own classes
   */
  public RuntimeIdentity {
    Objects.requireNonNull(libraryBuild, "libraryBuild");
  }

  /**
   * Finds the class files that this runtime cannot read.
   *
   * @param classFiles class files
   * @return a difference for each version among them that it does not read, in a fixed order
   */
  public List<Difference> unreadable(List<ClassFile> classFiles) {
    return classFiles.stream()
        .flatMap(file -> ClassFileVersion.of(file.bytes()).toJavaStream())
        .filter(version -> !version.isReadableBy(featureRelease))
        .map(ClassFileVersion::toString)
        .distinct()
        .sorted()
        .map(
            version ->
                Difference.of(
                    Difference.Kind.CLASS_FILE_VERSION,
                    "class files",
                    version,
                    "a Java runtime of release " + featureRelease))
        .toList();
  }
}
