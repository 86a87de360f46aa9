package dev.loadstone;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.internal.scheduling.Scheduler;
import io.vavr.control.Try;
import java.util.List;

/** A linked plugin under its contract's type. */
final class DefaultPlugin<T> implements Plugin<T> {

  private final LinkedPlugin linked;
  private final List<String> arguments;
  private final Provenance provenance;
  private final Scheduler scheduler;

  DefaultPlugin(
      LinkedPlugin linked, List<String> arguments, Provenance provenance, Scheduler scheduler) {
    this.linked = linked;
    this.arguments = arguments;
    this.provenance = provenance;
    this.scheduler = scheduler;
  }

  @Override
  public Try<T> run() {
    return scheduler.runHere(this::start);
  }

  /** Runs it as part of a call, which tells what comes of it. */
  // The compiler has judged the plugin by the full type, and the loader by its class.
  @SuppressWarnings({"unchecked", "NullAway"})
  Try<T> start() {
    return scheduler.start(() -> linked.run(arguments)).map(value -> (T) value.getOrNull());
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }
}
