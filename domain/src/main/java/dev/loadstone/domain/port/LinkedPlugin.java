package dev.loadstone.domain.port;

import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** A plugin that is linked and verified, none of whose code has run. */
public interface LinkedPlugin {

  /**
   * Runs the plugin's start on the calling thread, each time by a new defining loader with fresh
   * statics. While it runs, the thread's context class loader is the plugin's.
   *
   * <p>For a host type, the main class's {@code provider()} or constructor makes the value. For a
   * side effect, the main class is initialised, and the main method called that the artifact's
   * {@link dev.loadstone.domain.compilation.Start start} names, if it names one. Nothing of the run
   * is kept here.
   *
   * @param arguments the arguments of {@code main}; of no effect for a host type
   * @return the value, none for a side effect; {@link dev.loadstone.domain.error.PluginFailed} when
   *     its code threw or the provider gave {@code null}; {@link
   *     dev.loadstone.domain.error.LinkageFailed} when its classes were refused before any of its
   *     code ran
   */
  Try<Option<Object>> run(List<String> arguments);
}
