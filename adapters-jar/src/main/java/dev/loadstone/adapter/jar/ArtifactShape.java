package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.Quotation;
import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must hold between an artifact's parts, so that it can be written, and be the same when it is
 * read.
 */
final class ArtifactShape {

  private ArtifactShape() {}

  /**
   * Returns the first thing that does not hold.
   *
   * @param artifact the artifact
   * @param stated the digests of the entries that its provenance names
   * @param contents the entries that it has
   */
  static Option<String> problem(
      Artifact artifact, SortedMap<String, Digest> stated, SortedMap<String, Bytes> contents) {
    Provenance provenance = artifact.provenance();
    if (provenance.formatVersion() != Provenance.FORMAT_VERSION) {
      return Option.some("format " + provenance.formatVersion() + " cannot be written");
    }
    if (!statesEntries(stated, contents)) {
      return Option.some("the provenance does not state the entries' digests");
    }
    if (!artifact.sources().isEmpty()
        && !(statesSources(provenance.content().sources(), artifact.sources())
            && statesSources(
                provenance.content().generated().sources(), artifact.generated().sources()))) {
      return Option.some("the provenance does not state the sources' digests");
    }
    return artifact
        .warnings()
        .malformed(provenance.content().sources().size())
        .map(warning -> "a recorded warning is malformed: " + Quotation.of(warning))
        .orElse(() -> badName(artifact, stated.keySet()));
  }

  private static boolean statesEntries(
      SortedMap<String, Digest> stated, SortedMap<String, Bytes> contents) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (Map.Entry<String, Bytes> content : contents.entrySet()) {
      digests.put(content.getKey(), Digest.of(content.getValue()));
    }
    return stated.equals(digests);
  }

  // By hand: what a record has to compare itself is linked at run time, at some cost to a process.
  private static boolean statesSources(List<SourceDigest> stated, List<SourceEntry> sources) {
    if (stated.size() != sources.size()) {
      return false;
    }
    for (int i = 0; i < sources.size(); i++) {
      SourceEntry source = sources.get(i);
      if (!stated.get(i).name().equals(source.name())
          || !stated.get(i).digest().equals(Digest.of(source.content()))) {
        return false;
      }
    }
    return true;
  }

  private static Option<String> badName(Artifact artifact, Set<String> entryNames) {
    if (entryNames.size() != entryCount(artifact)) {
      return Option.some("two entries have one name");
    }
    for (ClassFile file : artifact.classFiles()) {
      if (!JavaNames.isBinaryName(file.binaryName())) {
        return Option.some(file.binaryName() + " is not the name of a class");
      }
    }
    Option<String> badSource =
        badSourceName(artifact.sources())
            .orElse(() -> badSourceName(artifact.generated().sources()));
    if (badSource.isDefined()) {
      return badSource;
    }
    for (String name : artifact.generated().resources().keySet()) {
      if (!EntryNames.isResourceName(name)) {
        return Option.some(name + " is not the name of a resource");
      }
    }
    for (String name : entryNames) {
      if (!EntryNames.isPlausible(name)) {
        return Option.some(name + " is not the name of an entry");
      }
    }
    String mainClass = artifact.provenance().mainClass();
    return entryNames.contains(EntryNames.ofClass(mainClass))
        ? Option.none()
        : Option.some(mainClass + " is not among the classes, and is the main one");
  }

  private static Option<String> badSourceName(List<SourceEntry> sources) {
    for (SourceEntry source : sources) {
      if (!EntryNames.isSourceName(source.name())) {
        return Option.some(source.name() + " is not the name of a source");
      }
    }
    return Option.none();
  }

  private static int entryCount(Artifact artifact) {
    return artifact.classFiles().size()
        + artifact.sources().size()
        + artifact.generated().sources().size()
        + artifact.generated().resources().size()
        + (artifact.recordedAbis().isEmpty() ? 0 : 1)
        + (artifact.warnings().isEmpty() ? 0 : 1);
  }
}
