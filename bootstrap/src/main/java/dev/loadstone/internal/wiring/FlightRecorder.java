package dev.loadstone.internal.wiring;

import dev.loadstone.application.CacheAnswer;
import dev.loadstone.application.StepRecorder;
import dev.loadstone.domain.error.PluginException;
import io.vavr.control.Try;
import java.util.List;
import java.util.Locale;

/**
 * Records steps as events of the JDK's flight recorder, which cost next to nothing while nobody
 * records.
 *
 * <p>The first event of a process has the JDK look into and instrument all classes of events, which
 * takes longer than the start of a cached plugin. So none is made before somebody has the recorder
 * started; a step that was under way then is not recorded. This class itself links in a runtime
 * without a recorder.
 */
final class FlightRecorder implements StepRecorder {

  private static final String MODULE = "jdk.jfr";

  private FlightRecorder() {}

  /** Returns a recorder; one that records nothing where the runtime has no flight recorder. */
  static StepRecorder ofThisRuntime() {
    return ModuleLayer.boot().findModule(MODULE).isPresent() ? new FlightRecorder() : NONE;
  }

  @Override
  public Running begin(Step step, String plugin) {
    return jdk.jfr.FlightRecorder.isInitialized()
        ? RunningStep.begun(step, plugin)
        : NONE.begin(step, plugin);
  }

  /** A step whose event has begun. */
  private record RunningStep(PluginStep event, String plugin) implements Running {

    static Running begun(Step step, String plugin) {
      PluginStep event = event(step);
      event.begin();
      return new RunningStep(event, plugin);
    }

    private static PluginStep event(Step step) {
      return switch (step) {
        case LOOKUP -> new PluginStep.Lookup();
        case COMPILE -> new PluginStep.Compile();
        case CHECK -> new PluginStep.Check();
        case LOAD -> new PluginStep.Load();
        case RUN -> new PluginStep.Run();
      };
    }

    @Override
    public void end(Try<?> outcome) {
      event.end();
      if (event.shouldCommit()) {
        event.plugin = plugin;
        event.outcome = words(outcome);
        event.commit();
      }
    }

    private static String words(Try<?> outcome) {
      if (outcome.isSuccess()) {
        return wordsOf(outcome.get());
      }
      return outcome.getCause() instanceof PluginException error
          ? error.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
          : outcome.getCause().getClass().getName();
    }

    private static String wordsOf(Object value) {
      if (value instanceof CacheAnswer answer) {
        return answer.hit().isDefined() ? "hit" : "miss";
      }
      return value instanceof List<?> differences && !differences.isEmpty() ? "differs" : "done";
    }
  }
}
