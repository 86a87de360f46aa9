package dev.loadstone.domain.artifact;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digests of all that an artifact holds beside its provenance, and of the sources that it was
 * compiled from.
 *
 * @param classFiles the digest of each class file, by the class's binary name
 * @param sources the digest of each source that was compiled, in order, the main one last
 * @param retention whether the artifact holds these sources; {@link SourceRetention#OMITTED} where
 *     there are none
 * @param generated the digests of what annotation processors made beside classes
 * @param recordedAbis the digest of the recorded ABIs, none where there is no ABI
 * @param warnings the digest of the recorded warnings, none where there is no warning
 */
public record ContentDigests(
    SortedMap<String, Digest> classFiles,
    List<SourceDigest> sources,
    SourceRetention retention,
    GeneratedDigests generated,
    Option<Digest> recordedAbis,
    Option<Digest> warnings) {

  public ContentDigests {
    classFiles = Collections.unmodifiableSortedMap(new TreeMap<>(classFiles));
    sources = List.copyOf(sources);
    Objects.requireNonNull(retention, "retention");
    // An artifact of no sources is the same, whether it were to hold them or not.
    retention = sources.isEmpty() ? SourceRetention.OMITTED : retention;
    Objects.requireNonNull(generated, "generated");
    Objects.requireNonNull(recordedAbis, "recordedAbis");
    Objects.requireNonNull(warnings, "warnings");
  }

  /**
   * Makes the digests of an artifact for which no processor made anything.
   *
   * @param classFiles the digest of each class file, by the class's binary name
   * @param sources the digest of each source that was compiled, in order, the main one last
   * @param retention whether the artifact holds these sources
   * @param recordedAbis the digest of the recorded ABIs, none where there is no ABI
   * @param warnings the digest of the recorded warnings, none where there is no warning
   */
  public ContentDigests(
      SortedMap<String, Digest> classFiles,
      List<SourceDigest> sources,
      SourceRetention retention,
      Option<Digest> recordedAbis,
      Option<Digest> warnings) {
    this(classFiles, sources, retention, GeneratedDigests.NONE, recordedAbis, warnings);
  }

  /**
   * Computes the digests.
   *
   * @param classFiles the classes
   * @param sources the sources that were compiled, in order, held or not
   * @param retention whether the artifact holds these sources
   * @param recordedAbis the recorded ABIs
   * @param warnings the recorded warnings
   */
  public static ContentDigests of(
      List<ClassFile> classFiles,
      List<SourceEntry> sources,
      SourceRetention retention,
      RecordedAbis recordedAbis,
      RecordedWarnings warnings) {
    return of(classFiles, sources, retention, GeneratedDigests.NONE, recordedAbis, warnings);
  }

  /**
   * Computes the digests of an artifact with files that annotation processors made.
   *
   * @param classFiles the classes
   * @param sources the sources that were compiled, in order, held or not
   * @param retention whether the artifact holds these sources
   * @param generated the digests of what processors made beside classes
   * @param recordedAbis the recorded ABIs
   * @param warnings the recorded warnings
   */
  public static ContentDigests of(
      List<ClassFile> classFiles,
      List<SourceEntry> sources,
      SourceRetention retention,
      GeneratedDigests generated,
      RecordedAbis recordedAbis,
      RecordedWarnings warnings) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (ClassFile file : classFiles) {
      digests.put(file.binaryName(), Digest.of(file.bytes()));
    }
    return new ContentDigests(
        digests,
        sources.stream().map(SourceDigest::of).toList(),
        retention,
        generated,
        Option.when(!recordedAbis.isEmpty(), () -> Digest.of(recordedAbis.text())),
        Option.when(!warnings.isEmpty(), () -> Digest.of(warnings.text())));
  }
}
