package dev.loadstone.domain.artifact;

import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.contract.Contract;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How, from what and against what an artifact was built. It names no folder and no time, so that
 * the same inputs give the same provenance anywhere.
 *
 * @param formatVersion the version of the artifact's format
 * @param context compiler, runtime and library build
 * @param release the Java SE release that was compiled for
 * @param options the compiler's options
 * @param contract the contract that it was compiled for
 * @param request the {@link RequestDigest} of what was asked for
 * @param mainClass the binary name of its main class
 * @param start what it does when it starts: gives a value exactly when the contract is a host type
 * @param entries the digest of every class file and source that it holds, of the recorded ABIs and
 *     of the recorded warnings, by entry name
 * @param sources the digest of every source that it was compiled from, in order, the main one last
 * @param dependencies what of the host the compilation depended on
 */
public record Provenance(
    int formatVersion,
    BuildContext context,
    int release,
    List<String> options,
    Contract contract,
    Digest request,
    String mainClass,
    Start start,
    SortedMap<String, Digest> entries,
    List<SourceDigest> sources,
    HostDependencies dependencies) {

  /** The format that this library writes, and the only one that it reads. */
  public static final int FORMAT_VERSION = 6;

  public Provenance {
    Objects.requireNonNull(context, "context");
    options = List.copyOf(options);
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(mainClass, "mainClass");
    boolean fits =
        contract instanceof Contract.HostType
            ? start instanceof Start.Value
            : start instanceof Start.Program;
    if (!fits) {
      throw new IllegalArgumentException(
          "a plugin for the contract " + contract.displayName() + " cannot start by " + start);
    }
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    sources = List.copyOf(sources);
    Objects.requireNonNull(dependencies, "dependencies");
  }

  /**
   * {@return the difference of an artifact in a format that this library does not read}
   *
   * @param version the format's version
   */
  public static Difference otherFormat(String version) {
    return new Difference(
        Difference.Kind.FORMAT,
        "artifact format",
        version,
        Integer.toString(FORMAT_VERSION),
        "built with "
            + version
            + ", and this build of Loadstone reads "
            + FORMAT_VERSION
            + " only");
  }
}
