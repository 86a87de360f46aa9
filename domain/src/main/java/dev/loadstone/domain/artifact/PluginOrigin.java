package dev.loadstone.domain.artifact;

import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a plugin came from, for messages and for the code source of its classes.
 *
 * @param name the main file or the artifact as it was given
 * @param artifactFile the artifact's file, none for a plugin that was compiled in this process
 */
public record PluginOrigin(String name, Option<Path> artifactFile) {

  public PluginOrigin {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(artifactFile, "artifactFile");
  }

  /**
   * Returns the origin of a plugin that was compiled in this process.
   *
   * @param sources its sources, at least one
   * @return the origin, named like the main file
   */
  public static PluginOrigin of(SourceSet sources) {
    return new PluginOrigin(sources.mainFile().path(), Option.none());
  }

  /**
   * Returns the origin of a plugin that was read from a file.
   *
   * @param artifactFile the file
   * @return the origin, named like the file
   */
  public static PluginOrigin of(Path artifactFile) {
    return new PluginOrigin(artifactFile.toString(), Option.some(artifactFile));
  }
}
