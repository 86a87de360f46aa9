package dev.loadstone.domain.artifact;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The compiled plugin.
 *
 * @param provenance how, from what and against what it was built
 * @param classFiles its classes, sorted by name
 * @param sources the sources that it was compiled from, in order; empty where they are omitted
 * @param recordedAbis the ABIs of the host's classes that it was compiled against
 */
public record Artifact(
    Provenance provenance,
    List<ClassFile> classFiles,
    List<SourceEntry> sources,
    RecordedAbis recordedAbis) {

  /** The name of the entry that holds the recorded ABIs, where there are any. */
  public static final String ABIS_ENTRY = "META-INF/loadstone/host-classes";

  /**
   * Checks and copies the parts.
   *
   * @param provenance how, from what and against what it was built
   * @param classFiles its classes, sorted by name
   * @param sources the sources that it was compiled from, in order; empty where they are omitted
   * @param recordedAbis the ABIs of the host's classes that it was compiled against
   */
  public Artifact {
    Objects.requireNonNull(provenance, "provenance");
    classFiles = List.copyOf(classFiles);
    sources = List.copyOf(sources);
    Objects.requireNonNull(recordedAbis, "recordedAbis");
  }

  /**
   * Computes the digest of every entry that holds a part of an artifact.
   *
   * @param classFiles its classes
   * @param sources its sources
   * @param recordedAbis its recorded ABIs
   * @return the digests by the entries' names
   */
  public static SortedMap<String, Digest> entries(
      List<ClassFile> classFiles, List<SourceEntry> sources, RecordedAbis recordedAbis) {
    SortedMap<String, Digest> entries = new TreeMap<>();
    classFiles.forEach(file -> entries.put(file.entryName(), Digest.of(file.bytes())));
    sources.forEach(source -> entries.put(source.entryName(), Digest.of(source.content())));
    if (!recordedAbis.isEmpty()) {
      entries.put(ABIS_ENTRY, Digest.of(recordedAbis.text()));
    }
    return entries;
  }

  /**
   * Makes the artifact of a compilation.
   *
   * @param request what was compiled
   * @param compilation the outcome
   * @param context what it was compiled by
   * @param dependencies what of the host it depended on
   * @param recordedAbis the ABIs of the classes among these
   * @param retention whether the artifact holds its sources
   * @return the artifact
   */
  public static Artifact of(
      CompilationRequest request,
      Compilation compilation,
      BuildContext context,
      HostDependencies dependencies,
      RecordedAbis recordedAbis,
      SourceRetention retention) {
    List<SourceEntry> compiled = sourceEntries(request.sources().files(), compilation.packages());
    List<SourceEntry> kept = retention == SourceRetention.KEPT ? compiled : List.of();
    Provenance provenance =
        new Provenance(
            Provenance.FORMAT_VERSION,
            context,
            compilation.release(),
            compilation.options(),
            request.contract(),
            compilation.mainClass(),
            entries(compilation.classFiles(), kept, recordedAbis),
            compiled.stream()
                .map(source -> new SourceDigest(source.entryName(), Digest.of(source.content())))
                .toList(),
            dependencies);
    return new Artifact(provenance, compilation.classFiles(), kept, recordedAbis);
  }

  private static List<SourceEntry> sourceEntries(List<SourceFile> files, List<String> packages) {
    Set<String> taken = new HashSet<>();
    List<SourceEntry> entries = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      String folder = packages.get(i).isEmpty() ? "" : packages.get(i).replace('.', '/') + "/";
      String name = folder + file.baseName();
      // Two files of one package may share a base name as long as they declare different types.
      String unique = taken.add(name) ? name : "META-INF/loadstone/sources/" + i + "/" + name;
      entries.add(new SourceEntry(unique, file.content()));
    }
    return entries;
  }
}
