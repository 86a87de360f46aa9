package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.HostClassSource;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the ports that stand on one host environment: a class loader, and a class path below it.
 *
 * <p>There is one class-path loader, opened by the constructor and closed by {@link #close()}.
 * Everything is safe for use by many threads.
 */
public final class ClassLoaderAdapter implements AutoCloseable {

  private final HostEnvironment environment;
  private final HostView hostView;
  private final Loader loader;

  /**
   * Opens the environment of a host that says nothing of its classes beside what its loader does.
   *
   * @param host where the classes that plugins may use come from
   * @param classPath JARs and class folders with more of them; the host's own win
   * @param allowed which of the host's packages exist for plugins
   * @throws IllegalArgumentException as the other constructor does
   */
  public ClassLoaderAdapter(ClassLoader host, List<Path> classPath, AllowedPackages allowed) {
    this(host, classPath, allowed, new HostClassSource() {});
  }

  /**
   * Opens the host environment.
   *
   * @param host where the classes that plugins may use come from
   * @param classPath JARs and class folders with more of them; the host's own win
   * @param allowed which of the host's packages exist for plugins
   * @param source what the host knows of its classes that its loader cannot say
   * @throws IllegalArgumentException naming the first entry of the class path that does not exist,
   *     cannot be read, or is neither a folder nor a JAR
   */
  public ClassLoaderAdapter(
      ClassLoader host, List<Path> classPath, AllowedPackages allowed, HostClassSource source) {
    environment = HostEnvironment.open(host, classPath, allowed, source);
    hostView = LoaderHostView.of(environment);
    loader = new JvmLoader(environment.pluginParent(), environment.records());
  }

  /** {@return the host's classes as plugins see them} */
  public HostView hostView() {
    return hostView;
  }

  /** {@return what links and runs plugins in this process} */
  public Loader loader() {
    return loader;
  }

  /**
   * Makes the port of this runtime.
   *
   * @param library the identity of the library's build, which is asked for when it is needed
   */
  public HostRuntime hostRuntime(Supplier<Try<Digest>> library) {
    return new JvmHostRuntime(library, environment.packages());
  }

  /**
   * {@return what plugins see of the host: a class that this loader does not give exists for none}
   */
  public ClassLoader hostClasses() {
    return environment.pluginParent();
  }

  /** {@return a line for people about each loader of the host, and how its classes are found} */
  public List<String> hostLoaders() {
    return environment.roots().describe();
  }

  @Override
  public void close() throws IOException {
    environment.close();
  }
}
