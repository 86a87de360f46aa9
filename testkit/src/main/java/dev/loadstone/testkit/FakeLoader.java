package dev.loadstone.testkit;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A loader that defines no class: every plugin does what a test says when it runs.
 *
 * <p>Remembers what it linked. Safe for use by many threads.
 */
public final class FakeLoader implements Loader {

  private final List<PluginOrigin> linked = new CopyOnWriteArrayList<>();
  private final Start start;
  private final @Nullable Throwable refusal;

  private FakeLoader(Start start, @Nullable Throwable refusal) {
    this.start = start;
    this.refusal = refusal;
  }

  /** What stands for a plugin's code. */
  @FunctionalInterface
  public interface Start {

    /**
     * Starts the plugin.
     *
     * @param arguments the arguments of the run
     * @return the value of a plugin that gives one; ignored for a side effect
     * @throws Throwable what the plugin is to fail with
     */
    @Nullable Object run(List<String> arguments) throws Throwable;
  }

  /**
   * Makes a loader whose plugins run some code.
   *
   * @param start the code
   */
  public static FakeLoader running(Start start) {
    return new FakeLoader(start, null);
  }

  /**
   * Makes a loader that refuses every plugin.
   *
   * @param refusal why it does
   */
  public static FakeLoader refusing(Throwable refusal) {
    return new FakeLoader(arguments -> null, refusal);
  }

  /**
   * Returns what was linked, refused plugins included.
   *
   * @return the origins, in order
   */
  public List<PluginOrigin> linked() {
    return List.copyOf(linked);
  }

  @Override
  public Try<LinkedPlugin> link(Artifact artifact, PluginOrigin origin) {
    linked.add(origin);
    Contract contract = artifact.provenance().contract();
    return refusal == null
        ? Try.success(arguments -> run(contract, origin, List.copyOf(arguments)))
        : Try.failure(new LinkageFailed(origin.name(), refusal));
  }

  private Try<Option<Object>> run(Contract contract, PluginOrigin origin, List<String> arguments) {
    try {
      Object value = start.run(arguments);
      return Try.success(
          contract.equals(Contract.sideEffect())
              ? Option.none()
              : Option.some(Objects.requireNonNull(value, "the plugin gave null")));
    } catch (Throwable thrown) {
      return Try.failure(new PluginFailed(origin.name(), thrown));
    }
  }
}
