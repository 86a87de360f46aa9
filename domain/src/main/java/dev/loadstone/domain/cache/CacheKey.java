package dev.loadstone.domain.cache;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.RequestDigest;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What leads to the artifacts that were built from the same inputs. Against which classes of the
 * host they were built is not part of it: that the artifacts themselves record.
 *
 * @param baseNames the digest of the base names of the sources, in order: versions of one plugin
 *     share it
 * @param request the {@link RequestDigest}
 * @param build the digest of the compiler, the runtime with its modules, and the library's build
 */
public record CacheKey(Digest baseNames, Digest request, Digest build) {

  public CacheKey {
    Objects.requireNonNull(baseNames, "baseNames");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(build, "build");
  }

  /**
   * Makes the key of what is to be compiled.
   *
   * @param request what is to be compiled
   * @param build the {@link #build} that it would be compiled by
   */
  public static CacheKey of(CompilationRequest request, Digest build) {
    List<String> names = new ArrayList<>();
    for (SourceFile file : request.sources().files()) {
      names.add(file.baseName());
    }
    return new CacheKey(baseNames(names), RequestDigest.of(request), build);
  }

  /**
   * Computes the digest of what compiles.
   *
   * @param context the compiler, the runtime and the library
   * @param jdkModules the modules of the JDK that plugins can use
   */
  public static Digest build(BuildContext context, SortedSet<String> jdkModules) {
    return Digest.of(
        Bytes.ofUtf8(
            context.compiler().name().length()
                + " "
                + context.compiler().name()
                + context.compiler().version()
                + '\n'
                + context.runtime().featureRelease()
                + '\n'
                + context.runtime().library()
                + '\n'
                + String.join(",", jdkModules)));
  }

  /**
   * Returns a key that leads to an artifact, as one of the same build or of another: which modules
   * the JDK had an artifact does not say.
   *
   * @param provenance the artifact's provenance
   * @return a key of the same request
   */
  public static CacheKey ofRequest(Provenance provenance) {
    List<String> names = new ArrayList<>();
    for (SourceDigest source : provenance.content().sources()) {
      String name = source.name();
      names.add(name.substring(name.lastIndexOf('/') + 1));
    }
    return new CacheKey(
        baseNames(names), provenance.request(), build(provenance.context(), new TreeSet<>()));
  }

  // No name of a file holds a slash.
  private static Digest baseNames(List<String> names) {
    return Digest.of(Bytes.ofUtf8(String.join("/", names)));
  }
}
