package dev.loadstone.internal.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.application.AdmitArtifact;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.FindDependencies;
import dev.loadstone.application.FindUnusedSources;
import dev.loadstone.application.LinkPlugin;
import dev.loadstone.application.ObtainArtifact;
import dev.loadstone.application.ReadArtifact;
import dev.loadstone.application.VerifyCache;
import dev.loadstone.application.WriteArtifact;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.ProcessorReader;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.internal.scheduling.Scheduler;
import io.vavr.control.Option;
import jakarta.inject.Singleton;

/** The use cases over the adapters, for the settings of one builder. */
@Singleton
@Component(modules = LoadstoneModule.class)
public interface LoadstoneComponent {

  AdmitArtifact admit();

  Option<ArtifactStore> artifactStore();

  ClassFileReader classFiles();

  CheckContext context();

  FindDependencies dependencies();

  LinkPlugin link();

  ObtainArtifact obtain();

  ProcessorReader processors();

  ReadArtifact read();

  Scheduler scheduler();

  SourceReader sources();

  FindUnusedSources unused();

  Option<VerifyCache> verifyCache();

  WriteArtifact write();

  /** Takes what a builder was told. */
  @Component.Factory
  interface Factory {
    LoadstoneComponent create(
        @BindsInstance Settings settings, @BindsInstance ClassLoaderAdapter host);
  }

  /** {@return the use cases} */
  static LoadstoneComponent create(Settings settings, ClassLoaderAdapter host) {
    return DaggerLoadstoneComponent.factory().create(settings, host);
  }
}
