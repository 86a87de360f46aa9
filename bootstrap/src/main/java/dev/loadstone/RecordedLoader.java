package dev.loadstone;

import dev.loadstone.application.StepRecorder;
import dev.loadstone.application.StepRecorder.Running;
import dev.loadstone.application.StepRecorder.Step;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** Records each linking of a loader, and each run of what it links. */
final class RecordedLoader implements Loader {

  private final Loader loader;
  private final StepRecorder recorder;

  RecordedLoader(Loader loader, StepRecorder recorder) {
    this.loader = loader;
    this.recorder = recorder;
  }

  @Override
  public Try<LinkedPlugin> link(Artifact artifact, PluginOrigin origin) {
    Running linking = recorder.begin(Step.LOAD, origin.name());
    Try<LinkedPlugin> linked = loader.link(artifact, origin);
    linking.end(linked);
    return linked.isFailure()
        ? linked
        : Try.success(new RecordedPlugin(linked.get(), origin.name(), recorder));
  }

  /** A plugin whose runs are recorded. */
  private record RecordedPlugin(LinkedPlugin plugin, String name, StepRecorder recorder)
      implements LinkedPlugin {

    @Override
    public Try<Option<Object>> run(List<String> arguments) {
      Running running = recorder.begin(Step.RUN, name);
      Try<Option<Object>> outcome = plugin.run(arguments);
      running.end(outcome);
      return outcome;
    }
  }
}
