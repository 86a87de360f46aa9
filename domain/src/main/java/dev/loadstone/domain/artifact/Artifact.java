package dev.loadstone.domain.artifact;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.GeneratedFiles;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceLines;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The compiled plugin.
 *
 * @param provenance how, from what and against what it was built
 * @param classFiles its classes, sorted by name
 * @param sources the sources that it was compiled from, in order; empty where they are omitted
 * @param generated what annotation processors made, beside classes
 * @param recordedAbis the ABIs of the host's classes that it was compiled against
 * @param warnings the warnings that its compilation reported
 * @param memoryOnly why it must be neither written nor kept; none where it may be
 */
public record Artifact(
    Provenance provenance,
    List<ClassFile> classFiles,
    List<SourceEntry> sources,
    GeneratedEntries generated,
    RecordedAbis recordedAbis,
    RecordedWarnings warnings,
    Option<PluginException> memoryOnly) {

  public Artifact {
    Objects.requireNonNull(provenance, "provenance");
    classFiles = List.copyOf(classFiles);
    sources = List.copyOf(sources);
    Objects.requireNonNull(generated, "generated");
    Objects.requireNonNull(recordedAbis, "recordedAbis");
    Objects.requireNonNull(warnings, "warnings");
    Objects.requireNonNull(memoryOnly, "memoryOnly");
  }

  /**
   * Makes an artifact that may be written and kept.
   *
   * @param provenance how, from what and against what it was built
   * @param classFiles its classes, sorted by name
   * @param sources the sources that it was compiled from, in order; empty where they are omitted
   * @param recordedAbis the ABIs of the host's classes that it was compiled against
   * @param warnings the warnings that its compilation reported
   */
  public Artifact(
      Provenance provenance,
      List<ClassFile> classFiles,
      List<SourceEntry> sources,
      RecordedAbis recordedAbis,
      RecordedWarnings warnings) {
    this(provenance, classFiles, sources, GeneratedEntries.NONE, recordedAbis, warnings);
  }

  /**
   * Makes an artifact that may be written and kept, with what annotation processors made.
   *
   * @param provenance how, from what and against what it was built
   * @param classFiles its classes, sorted by name
   * @param sources the sources that it was compiled from, in order; empty where they are omitted
   * @param generated what annotation processors made, beside classes
   * @param recordedAbis the ABIs of the host's classes that it was compiled against
   * @param warnings the warnings that its compilation reported
   */
  public Artifact(
      Provenance provenance,
      List<ClassFile> classFiles,
      List<SourceEntry> sources,
      GeneratedEntries generated,
      RecordedAbis recordedAbis,
      RecordedWarnings warnings) {
    this(provenance, classFiles, sources, generated, recordedAbis, warnings, Option.none());
  }

  /**
   * Returns this artifact as one that may be linked and run, but neither written nor kept: its
   * provenance does not say all that a later process would have to compare.
   *
   * @param reason the error of whoever tries to write or keep it
   * @return the same artifact; the first reason remains
   */
  public Artifact asMemoryOnly(PluginException reason) {
    return memoryOnly.isDefined()
        ? this
        : new Artifact(
            provenance,
            classFiles,
            sources,
            generated,
            recordedAbis,
            warnings,
            Option.some(reason));
  }

  /**
   * Returns this artifact if it may be written and kept.
   *
   * @return this artifact, or the reason why not
   */
  public Try<Artifact> keepable() {
    return memoryOnly.<Try<Artifact>>map(Try::failure).getOrElse(() -> Try.success(this));
  }

  /**
   * Makes the artifact of a compilation.
   *
   * @param request what was compiled
   * @param compilation the outcome
   * @param context what it was compiled by
   * @param dependencies what of the host it depended on
   * @param recordedAbis the ABIs of the classes among these
   */
  public static Artifact of(
      CompilationRequest request,
      Compilation compilation,
      BuildContext context,
      HostDependencies dependencies,
      RecordedAbis recordedAbis) {
    GeneratedFiles made = compilation.generated();
    List<SourceEntry> all = sourceEntries(compilation.sources(), made.sources());
    List<SourceEntry> compiled = all.subList(0, compilation.sources().size());
    List<SourceEntry> generated = all.subList(compiled.size(), all.size());
    boolean keeps = request.retention() == SourceRetention.KEPT;
    RecordedWarnings warnings = warnings(request, compilation);
    Provenance provenance =
        new Provenance(
            Provenance.FORMAT_VERSION,
            context,
            compilation.settings(),
            request.contract(),
            RequestDigest.of(request),
            compilation.launch(),
            ContentDigests.of(
                compilation.classFiles(),
                compiled,
                request.retention(),
                GeneratedDigests.of(generated, made.resources()),
                recordedAbis,
                warnings),
            dependencies);
    return new Artifact(
        provenance,
        compilation.classFiles(),
        keeps ? compiled : List.of(),
        new GeneratedEntries(keeps ? generated : List.of(), made.resources()),
        recordedAbis,
        warnings);
  }

  /**
   * Returns the warnings that its compilation reported, as they are about the given sources.
   *
   * @param same the sources that it was compiled from, wherever they are now
   * @return the warnings, in the compiler's order
   */
  public List<Diagnostic> warningsAbout(SourceSet same) {
    if (warnings.isEmpty()) {
      return List.of();
    }
    Map<String, SourceLines> lines = new HashMap<>();
    for (SourceFile file : same.files()) {
      lines.put(file.path(), file.lines());
    }
    return warnings.read(same.paths()).stream()
        .map(
            warning ->
                warning.withSourceLine(
                    Option.of(lines.get(warning.source()))
                        .map(ofFile -> ofFile.line(warning.line()))
                        .getOrElse("")))
        .toList();
  }

  private static RecordedWarnings warnings(CompilationRequest request, Compilation compilation) {
    return RecordedWarnings.of(
        request.settings().warnings().shown(compilation.warnings()), request.sources().paths());
  }

  private static List<SourceEntry> sourceEntries(
      List<CompiledSource> given, List<CompiledSource> generated) {
    List<CompiledSource> sources = new ArrayList<>(given);
    sources.addAll(generated);
    Set<String> taken = new HashSet<>();
    List<SourceEntry> entries = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      String name = name(sources.get(i));
      // Two files of one package may share a base name as long as they declare different types.
      String unique = taken.add(name) ? name : i + "/" + name;
      entries.add(new SourceEntry(unique, sources.get(i).file().content()));
    }
    return entries;
  }

  private static String name(CompiledSource source) {
    String folder =
        source.packageName().isEmpty() ? "" : source.packageName().replace('.', '/') + "/";
    return folder + source.file().baseName();
  }
}
