package dev.loadstone;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.Loader;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Chooses the adapter of each port that users may substitute. */
@Module
final class PortsModule {

  private PortsModule() {}

  @Provides
  @Singleton
  static Compiler compiler(Settings settings, @Named("javac") Provider<Compiler> javac) {
    return settings.compiler().getOrElse(javac::get);
  }

  @Provides
  @Singleton
  static Loader loader(Settings settings, @Named("classloader") Provider<Loader> classLoader) {
    return settings.loader().getOrElse(classLoader::get);
  }

  @Provides
  @Singleton
  static Consumer<Event> events(Settings settings) {
    return new SafeListener(settings.listener());
  }
}
