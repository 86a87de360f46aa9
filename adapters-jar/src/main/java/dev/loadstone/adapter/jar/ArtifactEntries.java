package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.GeneratedDigests;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries of an artifact's parts by name, which is their order in the JAR. Loops, as each start
 * comes by here.
 */
final class ArtifactEntries {

  private ArtifactEntries() {}

  /** Returns the contents of the entries. Parts that share a name share an entry. */
  static SortedMap<String, Bytes> contents(Artifact artifact) {
    SortedMap<String, Bytes> contents = new TreeMap<>();
    for (ClassFile file : artifact.classFiles()) {
      contents.put(EntryNames.ofClass(file.binaryName()), file.bytes());
    }
    for (SourceEntry source : artifact.sources()) {
      contents.put(EntryNames.ofSource(source.name()), source.content());
    }
    for (SourceEntry source : artifact.generated().sources()) {
      contents.put(EntryNames.ofSource(source.name()), source.content());
    }
    contents.putAll(artifact.generated().resources());
    if (!artifact.recordedAbis().isEmpty()) {
      contents.put(EntryNames.HOST_CLASSES, artifact.recordedAbis().text());
    }
    if (!artifact.warnings().isEmpty()) {
      contents.put(EntryNames.WARNINGS, artifact.warnings().text());
    }
    return contents;
  }

  /** Returns the digests of the entries that hold what the given digests are of. */
  static SortedMap<String, Digest> digests(ContentDigests content) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (Map.Entry<String, Digest> file : content.classFiles().entrySet()) {
      digests.put(EntryNames.ofClass(file.getKey()), file.getValue());
    }
    if (content.retention() == SourceRetention.KEPT) {
      for (SourceDigest source : content.sources()) {
        digests.put(EntryNames.ofSource(source.name()), source.digest());
      }
      for (SourceDigest source : content.generated().sources()) {
        digests.put(EntryNames.ofSource(source.name()), source.digest());
      }
    }
    digests.putAll(content.generated().resources());
    if (content.recordedAbis().isDefined()) {
      digests.put(EntryNames.HOST_CLASSES, content.recordedAbis().get());
    }
    if (content.warnings().isDefined()) {
      digests.put(EntryNames.WARNINGS, content.warnings().get());
    }
    return digests;
  }

  /**
   * Returns what entries hold, as far as it has a place in an artifact: entries of which {@link
   * #digests} would not give the same are to be refused.
   *
   * @param digests the digests of the entries
   * @param sources the sources that were compiled, held or not
   * @param generated the sources that processors made, held or not, and the names of the resources
   */
  static ContentDigests content(
      SortedMap<String, Digest> digests, List<SourceDigest> sources, GeneratedDigests generated) {
    SortedMap<String, Digest> classFiles = new TreeMap<>();
    for (Map.Entry<String, Digest> entry : digests.entrySet()) {
      if (EntryNames.isOfClass(entry.getKey())) {
        classFiles.put(EntryNames.binaryName(entry.getKey()), entry.getValue());
      }
    }
    return new ContentDigests(
        classFiles,
        sources,
        holdsAny(sources, digests.keySet()) ? SourceRetention.KEPT : SourceRetention.OMITTED,
        generated,
        Option.of(digests.get(EntryNames.HOST_CLASSES)),
        Option.of(digests.get(EntryNames.WARNINGS)));
  }

  private static boolean holdsAny(List<SourceDigest> sources, Set<String> entryNames) {
    for (SourceDigest source : sources) {
      if (entryNames.contains(EntryNames.ofSource(source.name()))) {
        return true;
      }
    }
    return false;
  }
}
