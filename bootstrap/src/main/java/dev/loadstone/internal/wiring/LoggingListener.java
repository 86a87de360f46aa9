package dev.loadstone.internal.wiring;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.event.Event;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stands for the listener of a host that has none: logs what would otherwise go unnoticed, which is
 * a cache that cannot be used, and warnings that are only reported.
 */
public final class LoggingListener implements Consumer<Event> {

  static final String LOGGER = "dev.loadstone";

  @Override
  public void accept(Event event) {
    if (event instanceof Event.CacheUnusable unusable) {
      log(unusable.problem());
    } else if (event instanceof Event.Compiled compiled) {
      log(compiled.warnings());
    } else if (event instanceof Event.CacheHit hit) {
      log(hit.warnings());
    }
  }

  private static void log(List<Diagnostic> warnings) {
    if (!warnings.isEmpty()) {
      log(DiagnosticRenderer.render(warnings).toString());
    }
  }

  // Asked for only now: the JDK's logging takes its time to start.
  private static void log(String message) {
    System.getLogger(LOGGER).log(Level.WARNING, message);
  }
}
