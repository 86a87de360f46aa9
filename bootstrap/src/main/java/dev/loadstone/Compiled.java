package dev.loadstone;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;

/**
 * An artifact, and where it came from.
 *
 * @param artifact the artifact
 * @param origin where it came from
 * @param sources the sources that it was asked for by, none for an artifact's file
 */
record Compiled(Artifact artifact, PluginOrigin origin, Option<SourceSet> sources) {

  static Compiled of(Artifact artifact, SourceSet sources) {
    return new Compiled(artifact, PluginOrigin.of(sources), Option.some(sources));
  }

  static Compiled read(Artifact artifact, PluginOrigin origin) {
    return new Compiled(artifact, origin, Option.none());
  }
}
