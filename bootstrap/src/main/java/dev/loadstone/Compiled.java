package dev.loadstone;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;

/** An artifact, and where it came from. */
record Compiled(Artifact artifact, PluginOrigin origin) {}
