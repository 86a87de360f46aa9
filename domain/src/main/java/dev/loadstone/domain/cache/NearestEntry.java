package dev.loadstone.domain.cache;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.RequestDigest;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.cache.MissReason.Kind;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.ProcessorDigest;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Says in which inputs an artifact of the cache differs from what is asked for. */
public final class NearestEntry {

  private final CompilationRequest request;
  private final CurrentContext context;
  private final List<MissReason> reasons = new ArrayList<>();

  private NearestEntry(CompilationRequest request, CurrentContext context) {
    this.request = request;
    this.context = context;
  }

  /**
   * Compares.
   *
   * @param artifact an artifact of a plugin with the same file names
   * @param request what is asked for
   * @param context by what it would be compiled
   * @return what differs, never empty: an artifact that says of nothing that it differs was asked
   *     for in another way
   */
  public static List<MissReason> differences(
      Artifact artifact, CompilationRequest request, CurrentContext context) {
    NearestEntry nearest = new NearestEntry(request, context);
    nearest.compare(artifact);
    return List.copyOf(nearest.reasons);
  }

  private void compare(Artifact artifact) {
    Provenance provenance = artifact.provenance();
    addSources(provenance);
    addContract(provenance);
    addSettings(provenance);
    addProcessors(provenance);
    if (provenance.content().retention() != request.retention()) {
      add(
          Kind.SETTINGS,
          request.retention() == SourceRetention.KEPT
              ? "the artifact was made without its sources, which are now wanted"
              : "the artifact was made with its sources, which are now not wanted");
    }
    for (Difference difference : provenance.context().differencesFrom(context)) {
      reasons.add(MissReason.of(difference));
    }
    if (reasons.isEmpty()) {
      add(
          Kind.SETTINGS,
          RequestDigest.of(request).equals(provenance.request())
              ? "this process has other modules of the JDK"
              : "the compiler's options or the treatment of warnings differ");
    }
  }

  private void addSources(Provenance provenance) {
    List<SourceDigest> then = provenance.content().sources();
    List<SourceFile> now = request.sources().files();
    for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
      if (!then.get(i).digest().equals(Digest.of(now.get(i).content()))) {
        add(Kind.SOURCES, now.get(i).path() + " has changed");
      }
    }
  }

  private void addContract(Provenance provenance) {
    if (!provenance.contract().equals(request.contract())) {
      add(
          Kind.CONTRACT,
          "the contract was "
              + provenance.contract().displayName()
              + ", and is "
              + request.contract().displayName());
    }
  }

  private void addSettings(Provenance provenance) {
    int release = request.settings().release().getOrElse(context.runtime().featureRelease());
    if (provenance.settings().release() != release
        && (request.settings().release().isDefined()
            || provenance.settings().release()
                != provenance.context().runtime().featureRelease())) {
      add(
          Kind.RELEASE,
          "the release was " + provenance.settings().release() + ", and is " + release);
    } else if (provenance.settings().release() == release
        && isReleaseNamed(provenance) != request.settings().release().isDefined()) {
      add(
          Kind.RELEASE,
          isReleaseNamed(provenance)
              ? "the release " + release + " was asked for, and now follows from the Java runtime"
              : "the release " + release + " followed from the Java runtime, and is now asked for");
    }
    // The artifact names the options that the compiler adds, too.
    if (Collections.indexOfSubList(provenance.settings().options(), request.settings().options())
        < 0) {
      add(
          Kind.OPTIONS,
          "the compiler's options were "
              + String.join(" ", provenance.settings().options())
              + ", and now include "
              + String.join(" ", request.settings().options()));
    }
  }

  private void addProcessors(Provenance provenance) {
    List<ProcessorDigest> then = provenance.settings().processors();
    List<ProcessorDigest> now =
        request.settings().processors().stream().map(ProcessorJar::digest).toList();
    if (!then.equals(now)) {
      add(
          Kind.OPTIONS,
          names(then).equals(names(now))
              ? "the content of an annotation processor has changed: " + names(now)
              : "the annotation processors were " + names(then) + ", and are " + names(now));
    }
  }

  private static String names(List<ProcessorDigest> jars) {
    return jars.isEmpty()
        ? "none"
        : jars.stream().map(ProcessorDigest::name).collect(Collectors.joining(", "));
  }

  // With it the compiler sees the release's own classes, which may be fewer.
  private static boolean isReleaseNamed(Provenance provenance) {
    return provenance.settings().options().contains("--release");
  }

  private void add(Kind kind, String description) {
    reasons.add(new MissReason(kind, description));
  }
}
