package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.Quotation;
import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;

/**
 * What must hold between an artifact's parts, so that it can be written, and be the same when it is
 * read.
 */
final class ArtifactShape {

  static final String CLASS_SUFFIX = ".class";

  private static final String SOURCE_SUFFIX = ".java";
  private static final String NUMBERED_SOURCES = "META-INF/loadstone/sources/";
  private static final Set<String> NO_SEGMENT = Set.of("", ".", "..");

  private ArtifactShape() {}

  /** Returns the first thing that does not hold. */
  static Option<String> problem(Artifact artifact) {
    Provenance provenance = artifact.provenance();
    if (provenance.formatVersion() != Provenance.FORMAT_VERSION) {
      return Option.some("format " + provenance.formatVersion() + " cannot be written");
    }
    if (!provenance
        .entries()
        .equals(
            Artifact.entries(
                artifact.classFiles(),
                artifact.sources(),
                artifact.recordedAbis(),
                artifact.warnings()))) {
      return Option.some("the provenance does not state the entries' digests");
    }
    if (!artifact.sources().isEmpty() && !statesDigests(provenance, artifact.sources())) {
      return Option.some("the provenance does not state the sources' digests");
    }
    return artifact
        .warnings()
        .malformed(provenance.sources().size())
        .map(warning -> "a recorded warning is malformed: " + Quotation.of(warning))
        .orElse(() -> badName(artifact));
  }

  static String classEntry(String binaryName) {
    return binaryName.replace('.', '/') + CLASS_SUFFIX;
  }

  static String binaryName(String entryName) {
    return entryName.substring(0, entryName.length() - CLASS_SUFFIX.length()).replace('/', '.');
  }

  // By hand: what a record has to compare itself is linked at run time, at some cost to a process.
  private static boolean statesDigests(Provenance provenance, List<SourceEntry> sources) {
    List<SourceDigest> stated = provenance.sources();
    if (stated.size() != sources.size()) {
      return false;
    }
    for (int i = 0; i < sources.size(); i++) {
      SourceEntry source = sources.get(i);
      if (!stated.get(i).entryName().equals(source.entryName())
          || !stated.get(i).digest().equals(Digest.of(source.content()))) {
        return false;
      }
    }
    return true;
  }

  private static Option<String> badName(Artifact artifact) {
    Provenance provenance = artifact.provenance();
    if (provenance.entries().size() != entryCount(artifact)) {
      return Option.some("two entries have one name");
    }
    for (ClassFile file : artifact.classFiles()) {
      if (!binaryName(file.entryName()).equals(file.binaryName())
          || !JavaNames.isBinaryName(file.binaryName())) {
        return Option.some(file.binaryName() + " is not the name of a class");
      }
    }
    for (SourceEntry source : artifact.sources()) {
      if (!isSourceName(source.entryName())) {
        return Option.some(source.entryName() + " is not the name of a source");
      }
    }
    for (String name : provenance.entries().keySet()) {
      if (!isEntryName(name)) {
        return Option.some(name + " is not the name of an entry");
      }
    }
    String mainClass = provenance.mainClass();
    return provenance.entries().containsKey(classEntry(mainClass))
        ? Option.none()
        : Option.some(mainClass + " is not among the classes, and is the main one");
  }

  /**
   * Returns whether an entry is where sources are: below the folders of a package, or where a
   * second one of a name is, and named like a source. Nothing else is to be found by a plugin that
   * looks for a resource.
   */
  static boolean isSourceName(String name) {
    String path = name.startsWith(NUMBERED_SOURCES) ? withoutNumber(name) : name;
    return path.endsWith(SOURCE_SUFFIX)
        && JavaNames.isBinaryName(
            path.substring(0, path.length() - SOURCE_SUFFIX.length()).replace('/', '.'))
        && path.indexOf('.') == path.length() - SOURCE_SUFFIX.length();
  }

  private static String withoutNumber(String name) {
    int start = NUMBERED_SOURCES.length();
    int end = start;
    while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
      end++;
    }
    return end > start && name.startsWith("/", end) ? name.substring(end + 1) : "";
  }

  private static int entryCount(Artifact artifact) {
    return artifact.classFiles().size()
        + artifact.sources().size()
        + (artifact.recordedAbis().isEmpty() ? 0 : 1)
        + (artifact.warnings().isEmpty() ? 0 : 1);
  }

  // Loops, as this is on the way of every start.
  static boolean isEntryName(String name) {
    for (String segment : name.split("/", -1)) {
      if (NO_SEGMENT.contains(segment)) {
        return false;
      }
    }
    return isText(name) && !JarArtifactCodec.OWN_ENTRIES.contains(name);
  }

  private static boolean isText(String name) {
    int i = 0;
    while (i < name.length()) {
      int point = name.codePointAt(i);
      if (point == '\\'
          || Character.isISOControl(point)
          || Character.getType(point) == Character.SURROGATE) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }
}
