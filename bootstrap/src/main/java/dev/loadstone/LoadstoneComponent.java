package dev.loadstone;

import dagger.BindsInstance;
import dagger.Component;
import dev.loadstone.adapter.bytecode.BytecodeModule;
import dev.loadstone.adapter.classloader.ClassLoaderModule;
import dev.loadstone.adapter.fs.FileSystemModule;
import dev.loadstone.adapter.javac.JavacModule;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;

/** Wires the adapters to the use cases. */
@Singleton
@Component(
    modules = {
      JavacModule.class,
      ClassLoaderModule.class,
      FileSystemModule.class,
      BytecodeModule.class,
      PortsModule.class,
      CacheModule.class,
      UseCasesModule.class
    })
interface LoadstoneComponent {

  UseCases useCases();

  ArtifactSource artifacts();

  Option<PluginCache> cache();

  Scheduler scheduler();

  ClassFileReader classFiles();

  HostView hostView();

  @Named("host")
  ClassLoader hostClassLoader();

  @Named("host")
  List<String> hostLoaders();

  @Named("host")
  AutoCloseable hostResources();

  @Named("fs")
  AutoCloseable storeResources();

  /** Takes what a builder was told. */
  @Component.Factory
  interface Factory {
    LoadstoneComponent create(
        @BindsInstance Settings settings, ClassLoaderModule classLoaderModule);
  }
}
