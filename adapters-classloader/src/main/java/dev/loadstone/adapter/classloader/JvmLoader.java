package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.error.HostFailed;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Try;

/**
 * Links plugins in this Java virtual machine.
 *
 * <p>Every class is defined and verified, and the types that its members name are resolved, so that
 * what a later use of the class would stumble over is refused here.
 */
final class JvmLoader implements Loader {

  private final PluginParentLoader parent;
  private final LinkedRecords records;

  JvmLoader(PluginParentLoader parent, LinkedRecords records) {
    this.parent = parent;
    this.records = records;
  }

  @Override
  public Try<LinkedPlugin> link(Artifact artifact, PluginOrigin origin) {
    records.releasePlugins();
    PluginDefinition plugin = new PluginDefinition(artifact, origin, parent);
    PluginClassLoader loader = plugin.newLoader();
    try {
      requireJvm();
      for (String name : plugin.content().classNames()) {
        Class<?> type = Class.forName(name, false, loader);
        records.add(type);
        verify(type);
      }
      plugin.entryPoint(loader);
    } catch (Throwable refusal) {
      // Whatever it is, a host's own class loader may have thrown it too: no plugin code has run.
      return Try.failure(
          refusal instanceof HostFailed ? refusal : new LinkageFailed(plugin.name(), refusal));
    }
    return Try.success(new JvmLinkedPlugin(plugin, loader));
  }

  /** A native image would say it in words that mean nothing to whoever runs the host. */
  private static void requireJvm() {
    if ("runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))) {
      throw new UnsupportedOperationException(
          "a native image defines no classes when it runs, so no plugin can be loaded in one; run"
              + " the application in a JVM, such as a runtime image of jlink");
    }
  }

  // Reflection links a class (JVMS 5.4) before it looks into it, and initialises nothing. Of an
  // interface, HotSpot links none for its constructors.
  @SuppressWarnings("ReturnValueIgnored")
  private static void verify(Class<?> type) {
    type.getDeclaredFields();
    type.getDeclaredMethods();
    type.getDeclaredConstructors();
  }
}
