package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.GeneratedDigests;
import dev.loadstone.domain.artifact.GeneratedEntries;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.content.Quotation;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.RecordingFailed;
import dev.loadstone.domain.port.ArtifactCodec;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Artifacts as JARs, in the form that the package's description specifies.
 *
 * <p>An artifact has one form only. So reading takes out of the bytes what it takes to know the
 * artifact, writes that again, and compares: whatever was changed, cut off or added, also where
 * nothing would ever read it, shows.
 */
final class JarArtifactCodec implements ArtifactCodec {

  private static final ZipMember MANIFEST =
      new ZipMember(
          EntryNames.MANIFEST,
          Bytes.ofUtf8("Manifest-Version: 1.0\r\nCreated-By: Loadstone\r\n\r\n"));
  static final Bytes BEGINNING = CanonicalZip.beginningWith(MANIFEST);

  private static final Set<String> RECORDS = Set.of(EntryNames.HOST_CLASSES, EntryNames.WARNINGS);

  @Override
  public Try<Bytes> encode(Artifact artifact) {
    try {
      Provenance provenance = artifact.provenance();
      return Try.success(
          canonical(
              artifact,
              ArtifactEntries.digests(provenance.content()),
              ProvenanceFormat.write(provenance)));
    } catch (IllegalArgumentException e) {
      return Try.failure(e);
    } catch (OutOfMemoryError e) {
      return Try.failure(
          new RecordingFailed(
              artifact.provenance().mainClass(),
              "needs more memory to be written into an artifact than is free",
              e));
    }
  }

  @Override
  public Try<Artifact> decode(String place, Bytes bytes) {
    if (!bytes.startsWith(BEGINNING)) {
      return Try.failure(ForeignFile.refusal(place, bytes));
    }
    try {
      return Try.success(decode(bytes));
    } catch (Damage e) {
      return Try.failure(new ArtifactCorrupt(place, e.difference(), e));
    } catch (OutOfMemoryError e) {
      return Try.failure(
          ArtifactNotFound.unreadable(
              place, new IOException("it is larger than the memory that is free", e)));
    } catch (UnknownFormat e) {
      return Try.failure(new ContextMismatch(place, List.of(Provenance.otherFormat(e.version()))));
    }
  }

  private static List<ZipMember> members(Bytes provenance, SortedMap<String, Bytes> contents) {
    List<ZipMember> members = new ArrayList<>();
    members.add(MANIFEST);
    members.add(new ZipMember(EntryNames.PROVENANCE, provenance));
    for (Map.Entry<String, Bytes> content : contents.entrySet()) {
      members.add(new ZipMember(content.getKey(), content.getValue()));
    }
    return members;
  }

  private static Artifact decode(Bytes bytes) throws Damage, UnknownFormat {
    StoredMembers members = new StoredMembers(bytes);
    members.next(MANIFEST.name());
    Bytes text = requireRecord(EntryNames.PROVENANCE, members.next(EntryNames.PROVENANCE));
    ParsedProvenance parsed = ProvenanceParser.parse(text);
    Artifact artifact = artifact(parsed.provenance(), contents(parsed.entries(), members));
    requireEqual(bytes, canonicalAgain(artifact, parsed.entries(), text), members);
    return artifact;
  }

  /**
   * Writes an artifact.
   *
   * @param artifact the artifact
   * @param stated the digests of the entries that the provenance names
   * @param provenance the provenance's text
   * @throws IllegalArgumentException if it cannot be written such that it is the same when it is
   *     read
   */
  private static Bytes canonical(
      Artifact artifact, SortedMap<String, Digest> stated, Bytes provenance) {
    SortedMap<String, Bytes> contents = ArtifactEntries.contents(artifact);
    Option<String> problem = ArtifactShape.problem(artifact, stated, contents);
    if (problem.isDefined()) {
      throw new IllegalArgumentException(problem.get());
    }
    return CanonicalZip.of(members(provenance, contents));
  }

  private static Bytes canonicalAgain(
      Artifact artifact, SortedMap<String, Digest> stated, Bytes provenance) throws Damage {
    try {
      return canonical(
          artifact, stated, ProvenanceFormat.writeAgain(artifact.provenance(), provenance));
    } catch (IllegalArgumentException e) {
      throw new Damage("its parts contradict each other: " + e.getMessage());
    }
  }

  private static Map<String, Bytes> contents(
      SortedMap<String, Digest> stated, StoredMembers members) throws Damage {
    Map<String, Bytes> contents = new HashMap<>();
    for (Map.Entry<String, Digest> entry : stated.entrySet()) {
      if (!EntryNames.isPlausible(entry.getKey())) {
        throw new Damage("its provenance names a bad entry: " + Quotation.of(entry.getKey()));
      }
      Bytes content = members.next(entry.getKey());
      if (RECORDS.contains(entry.getKey())) {
        requireRecord(entry.getKey(), content);
      }
      if (!Digest.of(content).equals(entry.getValue())) {
        throw new Damage("the entry " + entry.getKey() + " was changed");
      }
      contents.put(entry.getKey(), content);
    }
    return contents;
  }

  /** What is read into many objects has a limit of its own. */
  private static Bytes requireRecord(String name, Bytes content) throws Damage {
    if (content.size() > Limits.RECORD_BYTES) {
      throw new Damage(
          "the entry %s has %d bytes, and may have %d"
              .formatted(name, content.size(), Limits.RECORD_BYTES));
    }
    return content;
  }

  /**
   * The provenance says which entries are sources or resources; all others but two are class files.
   */
  private static Artifact artifact(Provenance provenance, Map<String, Bytes> contents)
      throws Damage {
    List<SourceEntry> sources = sources(provenance.content().sources(), contents);
    GeneratedEntries generated = generated(provenance.content().generated(), contents);
    Bytes abis = contents.remove(EntryNames.HOST_CLASSES);
    Bytes warnings = contents.remove(EntryNames.WARNINGS);
    List<ClassFile> classFiles = new ArrayList<>();
    for (Map.Entry<String, Bytes> entry : contents.entrySet()) {
      if (!EntryNames.isOfClass(entry.getKey())) {
        throw new Damage("the entry " + entry.getKey() + " is neither a class nor a source");
      }
      classFiles.add(new ClassFile(EntryNames.binaryName(entry.getKey()), entry.getValue()));
    }
    classFiles.sort(Comparator.comparing(ClassFile::binaryName));
    return new Artifact(
        provenance,
        classFiles,
        sources,
        generated,
        abis == null ? RecordedAbis.NONE : new RecordedAbis(abis),
        warnings == null ? RecordedWarnings.NONE : new RecordedWarnings(warnings));
  }

  private static List<SourceEntry> sources(
      List<SourceDigest> compiled, Map<String, Bytes> contents) {
    List<SourceEntry> sources = new ArrayList<>();
    for (SourceDigest source : compiled) {
      Bytes content = contents.remove(EntryNames.ofSource(source.name()));
      if (content != null) {
        sources.add(new SourceEntry(source.name(), content));
      }
    }
    return sources;
  }

  private static GeneratedEntries generated(GeneratedDigests digests, Map<String, Bytes> contents) {
    if (digests.sources().isEmpty() && digests.resources().isEmpty()) {
      return GeneratedEntries.NONE;
    }
    SortedMap<String, Bytes> resources = new TreeMap<>();
    for (String name : digests.resources().keySet()) {
      Bytes content = contents.remove(name);
      if (content != null) {
        resources.put(name, content);
      }
    }
    return new GeneratedEntries(sources(digests.sources(), contents), resources);
  }

  private static void requireEqual(Bytes found, Bytes written, StoredMembers members)
      throws Damage {
    int offset = found.asByteBuffer().mismatch(written.asByteBuffer());
    if (offset < 0) {
      return;
    }
    if (offset == written.size()) {
      throw new Damage((found.size() - offset) + " bytes were added at its end");
    }
    if (offset == found.size()) {
      throw new Damage("it was cut off at " + offset + " of " + written.size() + " bytes");
    }
    throw new Damage(members.partAt(offset));
  }
}
