package dev.loadstone.domain.artifact;

import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.contract.Contract;
import java.util.Objects;

/**
 * How, from what and against what an artifact was built. It names no folder and no time, so that
 * the same inputs give the same provenance anywhere.
 *
 * @param formatVersion the version of the artifact's format
 * @param context compiler, runtime and library build
 * @param settings release, options and annotation processors that it was compiled with
 * @param contract the contract that it was compiled for
 * @param request the {@link RequestDigest} of what was asked for
 * @param launch its main class, and what that does when it starts
 * @param content the digests of all else that it holds, and of the sources that it was compiled
 *     from
 * @param dependencies what of the host the compilation depended on
 */
public record Provenance(
    int formatVersion,
    BuildContext context,
    EffectiveSettings settings,
    Contract contract,
    Digest request,
    Launch launch,
    ContentDigests content,
    HostDependencies dependencies) {

  /** The format that this library writes, and the only one that it reads. */
  public static final int FORMAT_VERSION = 7;

  public Provenance {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(contract, "contract");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(launch, "launch");
    boolean fits =
        contract instanceof Contract.HostType
            ? launch.start() instanceof Start.Value
            : launch.start() instanceof Start.Program;
    if (!fits) {
      throw new IllegalArgumentException(
          "a plugin for the contract "
              + contract.displayName()
              + " cannot start by "
              + launch.start());
    }
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(dependencies, "dependencies");
  }

  /** {@return the binary name of the main class} */
  public String mainClass() {
    return launch.mainClass();
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
