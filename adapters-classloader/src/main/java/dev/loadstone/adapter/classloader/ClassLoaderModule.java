package dev.loadstone.adapter.classloader;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.classfile.HostClassSource;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Try;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

/**
 * Provides the ports that stand on one host environment: a class loader, and a class path below it.
 *
 * <p>A module instance has one class-path loader, made in the constructor and closed by the {@link
 * AutoCloseable} provided here. Everything provided is the same object each time and safe for use
 * by many threads.
 */
@Module
public final class ClassLoaderModule {

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
  public ClassLoaderModule(ClassLoader host, List<Path> classPath, AllowedPackages allowed) {
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
  public ClassLoaderModule(
      ClassLoader host, List<Path> classPath, AllowedPackages allowed, HostClassSource source) {
    environment = HostEnvironment.open(host, classPath, allowed, source);
    hostView = LoaderHostView.of(environment);
    loader = new JvmLoader(environment.pluginParent(), environment.records());
  }

  @Provides
  HostView hostView() {
    return hostView;
  }

  @Provides
  @Named("classloader")
  Loader loader() {
    return loader;
  }

  @Provides
  @Singleton
  HostRuntime hostRuntime(@Named("library") Provider<Try<Digest>> library) {
    return new JvmHostRuntime(library::get, environment.packages());
  }

  /** Gives what plugins see of the host: a class that this loader does not give exists for none. */
  @Provides
  @Named("host")
  ClassLoader hostClasses() {
    return environment.pluginParent();
  }

  /** Describes for people the loaders of the host, and how their classes are found. */
  @Provides
  @Named("host")
  List<String> hostLoaders() {
    return environment.roots().describe();
  }

  @Provides
  @Named("host")
  AutoCloseable hostResources() {
    return environment;
  }
}
