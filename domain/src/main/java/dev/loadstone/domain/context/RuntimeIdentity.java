package dev.loadstone.domain.context;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.classfile.ClassFileVersion;
import dev.loadstone.domain.content.Digest;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Which Java runtime it is, and which build of this library runs in it.
 *
 * @param featureRelease the runtime's feature release, such as 17
 * @param libraryBuild the library's identity, made when it was built; none where it is unknown
 */
public record RuntimeIdentity(int featureRelease, Option<Digest> libraryBuild) {

  public RuntimeIdentity {
    Objects.requireNonNull(libraryBuild, "libraryBuild");
  }

  /**
   * Makes the identity of a runtime in which the library knows which build it is.
   *
   * @param featureRelease the runtime's feature release, such as 17
   * @param libraryBuild the library's identity
   */
  public RuntimeIdentity(int featureRelease, Digest libraryBuild) {
    this(featureRelease, Option.some(libraryBuild));
  }

  /**
   * Returns the library's identity in words.
   *
   * @return the digest with its algorithm, or "unknown"
   */
  public String library() {
    return libraryBuild.map(Digest::toString).getOrElse("unknown");
  }

  /**
   * Tells why this runtime cannot read a class file, by its version.
   *
   * @param classFile the class file
   * @return words that follow its name; none where the runtime can
   */
  public Option<String> whyUnreadable(ClassFile classFile) {
    Option<ClassFileVersion> version = ClassFileVersion.of(classFile.bytes());
    return version.isEmpty() || version.get().isReadableBy(featureRelease)
        ? Option.none()
        : Option.some(
            "is of "
                + version.get()
                + ", which a Java runtime of release "
                + featureRelease
                + " cannot read");
  }

  /**
   * Finds the class files that this runtime cannot read.
   *
   * @param classFiles class files
   * @return a difference for each version among them that it does not read, in a fixed order
   */
  public List<Difference> unreadable(List<ClassFile> classFiles) {
    TreeSet<String> unreadable = new TreeSet<>();
    for (ClassFile file : classFiles) {
      Option<ClassFileVersion> version = ClassFileVersion.of(file.bytes());
      if (version.isDefined() && !version.get().isReadableBy(featureRelease)) {
        unreadable.add(version.get().toString());
      }
    }
    List<Difference> differences = new ArrayList<>();
    for (String version : unreadable) {
      differences.add(
          Difference.of(
              Difference.Kind.CLASS_FILE_VERSION,
              "class files",
              version,
              "a Java runtime of release " + featureRelease));
    }
    return List.copyOf(differences);
  }
}
