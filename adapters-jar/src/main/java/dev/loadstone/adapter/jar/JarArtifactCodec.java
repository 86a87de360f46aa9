package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Artifact;
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
          "META-INF/MANIFEST.MF",
          Bytes.ofUtf8("Manifest-Version: 1.0\r\nCreated-By: Loadstone\r\n\r\n"));
  static final Bytes BEGINNING = CanonicalZip.beginningWith(MANIFEST);

  static final String PROVENANCE = "META-INF/loadstone/provenance";
  private static final Set<String> RECORDS = Set.of(Artifact.ABIS_ENTRY, Artifact.WARNINGS_ENTRY);
  static final Set<String> OWN_ENTRIES = Set.of(MANIFEST.name(), PROVENANCE);

  @Override
  public Try<Bytes> encode(Artifact artifact) {
    try {
      return Try.success(canonical(artifact, ProvenanceFormat.write(artifact.provenance())));
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

  private static List<ZipMember> members(Artifact artifact, Bytes provenance) {
    TreeMap<String, Bytes> contents = new TreeMap<>();
    for (ClassFile file : artifact.classFiles()) {
      contents.put(file.entryName(), file.bytes());
    }
    for (SourceEntry source : artifact.sources()) {
      contents.put(source.entryName(), source.content());
    }
    if (!artifact.recordedAbis().isEmpty()) {
      contents.put(Artifact.ABIS_ENTRY, artifact.recordedAbis().text());
    }
    if (!artifact.warnings().isEmpty()) {
      contents.put(Artifact.WARNINGS_ENTRY, artifact.warnings().text());
    }
    List<ZipMember> members = new ArrayList<>();
    members.add(MANIFEST);
    members.add(new ZipMember(PROVENANCE, provenance));
    for (Map.Entry<String, Bytes> content : contents.entrySet()) {
      members.add(new ZipMember(content.getKey(), content.getValue()));
    }
    return members;
  }

  private static Artifact decode(Bytes bytes) throws Damage, UnknownFormat {
    StoredMembers members = new StoredMembers(bytes);
    members.next(MANIFEST.name());
    Bytes text = requireRecord(PROVENANCE, members.next(PROVENANCE));
    Provenance provenance = ProvenanceParser.parse(text);
    Artifact artifact = artifact(provenance, contents(provenance, members));
    requireEqual(bytes, canonicalAgain(artifact, text), members);
    return artifact;
  }

  /**
   * Writes an artifact.
   *
   * @throws IllegalArgumentException if it cannot be written such that it is the same when it is
   *     read
   */
  private static Bytes canonical(Artifact artifact, Bytes provenance) {
    Option<String> problem = ArtifactShape.problem(artifact);
    if (problem.isDefined()) {
      throw new IllegalArgumentException(problem.get());
    }
    return CanonicalZip.of(members(artifact, provenance));
  }

  private static Bytes canonicalAgain(Artifact artifact, Bytes provenance) throws Damage {
    try {
      return canonical(artifact, ProvenanceFormat.writeAgain(artifact.provenance(), provenance));
    } catch (IllegalArgumentException e) {
      throw new Damage("its parts contradict each other: " + e.getMessage());
    }
  }

  private static Map<String, Bytes> contents(Provenance provenance, StoredMembers members)
      throws Damage {
    Map<String, Bytes> contents = new HashMap<>();
    for (Map.Entry<String, Digest> entry : provenance.entries().entrySet()) {
      if (!ArtifactShape.isEntryName(entry.getKey())) {
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

  /** The provenance says which entries are sources; all others but two are class files. */
  private static Artifact artifact(Provenance provenance, Map<String, Bytes> contents)
      throws Damage {
    List<SourceEntry> sources = new ArrayList<>();
    for (SourceDigest source : provenance.sources()) {
      Bytes content = contents.remove(source.entryName());
      if (content != null) {
        sources.add(new SourceEntry(source.entryName(), content));
      }
    }
    Bytes abis = contents.remove(Artifact.ABIS_ENTRY);
    Bytes warnings = contents.remove(Artifact.WARNINGS_ENTRY);
    List<ClassFile> classFiles = new ArrayList<>();
    for (Map.Entry<String, Bytes> entry : contents.entrySet()) {
      if (!entry.getKey().endsWith(ArtifactShape.CLASS_SUFFIX)) {
        throw new Damage("the entry " + entry.getKey() + " is neither a class nor a source");
      }
      classFiles.add(new ClassFile(ArtifactShape.binaryName(entry.getKey()), entry.getValue()));
    }
    classFiles.sort(Comparator.comparing(ClassFile::binaryName));
    return new Artifact(
        provenance,
        classFiles,
        sources,
        abis == null ? RecordedAbis.NONE : new RecordedAbis(abis),
        warnings == null ? RecordedWarnings.NONE : new RecordedWarnings(warnings));
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
