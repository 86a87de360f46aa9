package dev.loadstone;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.port.LinkedPlugin;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** A linked plugin under its contract's type. */
final class RunnablePlugin<T> implements Plugin<T> {

  private final LinkedPlugin linked;
  private final List<String> arguments;
  private final Provenance provenance;
  private final Scheduler scheduler;
  private final Failures failures;

  RunnablePlugin(
      LinkedPlugin linked,
      List<String> arguments,
      Provenance provenance,
      Scheduler scheduler,
      Failures failures) {
    this.linked = linked;
    this.arguments = arguments;
    this.provenance = provenance;
    this.scheduler = scheduler;
    this.failures = failures;
  }

  // The compiler has judged the plugin by the full type, and the loader by its class.
  @SuppressWarnings({"unchecked", "NullAway"})
  @Override
  public Try<T> run() {
    Try<Option<Object>> value =
        scheduler.isClosed()
            ? Try.failure(new Closed())
            : failures.told(scheduler.start(() -> linked.run(arguments)));
    return value.isSuccess()
        ? value.map(given -> (T) given.getOrNull())
        : CallSite.here().shownIn(Try.failure(value.getCause()));
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }
}
