package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A plugin whose classes one loader has verified; that loader serves the first run. */
final class JvmLinkedPlugin implements LinkedPlugin {

  private final PluginDefinition plugin;
  private final AtomicReference<@Nullable PluginClassLoader> unused;

  JvmLinkedPlugin(PluginDefinition plugin, PluginClassLoader verified) {
    this.plugin = plugin;
    this.unused = new AtomicReference<>(verified);
  }

  @Override
  public Try<Option<Object>> run(List<String> arguments) {
    PluginClassLoader verified = unused.getAndSet(null);
    PluginClassLoader loader = verified == null ? plugin.newLoader() : verified;
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return run(loader, List.copyOf(arguments));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Try<Option<Object>> run(PluginClassLoader loader, List<String> arguments) {
    EntryPoint entryPoint;
    try {
      entryPoint = plugin.entryPoint(loader);
    } catch (Throwable refusal) {
      return Try.failure(new LinkageFailed(plugin.name(), refusal));
    }
    try {
      return Try.success(entryPoint.start(arguments));
    } catch (Throwable thrown) {
      Throwable own = PluginCode.ownThrowable(thrown);
      return Try.failure(new PluginFailed(plugin.name(), own, PluginCode.textOf(own)));
    }
  }
}
