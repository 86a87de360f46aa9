package dev.loadstone;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.application.CacheUseCases;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.application.DecodedArtifacts;
import dev.loadstone.application.StepRecorder;
import dev.loadstone.domain.cache.StoreSettings.Access;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Option;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Puts the cache before the compiler, where there is one. */
@Module
final class CacheModule {

  private CacheModule() {}

  @Provides
  @Singleton
  static Option<CacheUseCases> cacheUseCases(
      Option<ArtifactStore> store,
      ArtifactCodec codec,
      DecodedArtifacts decoded,
      Compiler compiler,
      HostRuntime runtime,
      CheckContext context,
      CompilePlugin compiling,
      Settings settings,
      StepRecorder recorder,
      Consumer<Event> events) {
    return store.map(
        present ->
            CacheUseCases.of(
                present,
                codec,
                decoded,
                compiler,
                runtime,
                context,
                compiling,
                terms(settings),
                recorder,
                events));
  }

  private static CacheTerms terms(Settings settings) {
    CacheSettings cache = settings.cache().getOrNull();
    return cache == null
        ? new CacheTerms(Access.READ_WRITE, OtherBuilds.REFUSED)
        : new CacheTerms(
            cache.store().access(),
            cache.acceptsOtherBuilds() ? OtherBuilds.ACCEPTED : OtherBuilds.REFUSED);
  }

  @Provides
  @Singleton
  static ArtifactSource artifacts(
      Option<CacheUseCases> cache,
      CompilePlugin compiling,
      HostRuntime runtime,
      Settings settings,
      Scheduler scheduler,
      Failures failures,
      Consumer<Event> events) {
    Option<Event> unusable = cache.flatMap(present -> whyUnusable(runtime, settings));
    return cache.isDefined() && unusable.isEmpty()
        ? new CachedArtifacts(
            cache.get().plugins(), settings.sourceRetention(), scheduler, failures)
        : new FreshArtifacts(
            compiling, settings.sourceRetention(), scheduler, failures, unusable, events);
  }

  // Where the cache may only be read, each load fails instead: it asks the same.
  private static Option<Event> whyUnusable(HostRuntime runtime, Settings settings) {
    Throwable unknown = runtime.identity().failed().getOrNull();
    return Option.when(
        unknown instanceof LibraryUnknown && terms(settings).access() != Access.READ_ONLY,
        () -> new Event.CacheUnusable(String.valueOf(unknown.getMessage())));
  }

  @Provides
  static Option<PluginCache> pluginCache(
      Option<ArtifactStore> store,
      Option<CacheUseCases> cache,
      Scheduler scheduler,
      Failures failures) {
    return store.flatMap(
        present ->
            cache.map(
                uses ->
                    new ScheduledPluginCache(present, uses.verification(), scheduler, failures)));
  }
}
