package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Try;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Verifies an artifact and makes it runnable. Nothing of the plugin runs until the linked plugin is
 * run.
 */
public final class LinkPlugin {

  private final Loader loader;
  private final Consumer<Event> events;

  /**
   * Makes the use case.
   *
   * @param loader the loader
   * @param events is told of each link and each run that succeeds
   */
  public LinkPlugin(Loader loader, Consumer<Event> events) {
    this.loader = Objects.requireNonNull(loader, "loader");
    this.events = Objects.requireNonNull(events, "events");
  }

  /**
   * Links an artifact.
   *
   * @param artifact the artifact
   * @param origin where it came from
   * @return the linked plugin, or {@link dev.loadstone.domain.error.LinkageFailed}
   */
  public Try<LinkedPlugin> link(Artifact artifact, PluginOrigin origin) {
    String mainClass = artifact.provenance().mainClass();
    return loader
        .link(artifact, origin)
        .peek(linked -> events.accept(new Event.Linked(origin.name(), mainClass)))
        .map(
            linked ->
                arguments ->
                    linked
                        .run(arguments)
                        .peek(value -> events.accept(new Event.Ran(origin.name(), mainClass))));
  }
}
