package dev.loadstone.application;

import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import java.util.function.Consumer;

/**
 * What is done with a cache.
 *
 * @param plugins gives artifacts from the cache, or compiles them
 * @param verification reads every entry
 */
public record CacheUseCases(CachePlugins plugins, VerifyCache verification) {

  /**
   * Makes the use cases of one cache.
   *
   * @param store the cache
   * @param codec the form of artifacts
   * @param decoded the artifacts that were read lately
   * @param compiler the compiler, which a runtime may lack
   * @param runtime the runtime
   * @param context compares contexts
   * @param compiling compiles what is not there
   * @param terms how the cache is used
   * @param recorder records lookups and context checks
   * @param events is told of what the cache does
   * @return the use cases
   */
  public static CacheUseCases of(
      ArtifactStore store,
      ArtifactCodec codec,
      DecodedArtifacts decoded,
      Compiler compiler,
      HostRuntime runtime,
      CheckContext context,
      CompilePlugin compiling,
      CacheTerms terms,
      StepRecorder recorder,
      Consumer<Event> events) {
    CacheTrouble trouble = new CacheTrouble(terms.access(), events);
    ReadEntry reading = new ReadEntry(store, decoded);
    HealCache heal = new HealCache(store, events);
    return new CacheUseCases(
        new CachePlugins(
            new AskCache(compiler, runtime),
            new LookUpPlugin(
                store, new TryEntry(reading, context, recorder, heal, trouble), trouble, terms),
            new ExplainMiss(store, reading),
            compiling,
            new KeepPlugin(store, codec, terms, trouble, events),
            store,
            recorder,
            events),
        new VerifyCache(
            store, new ReadEntry(store, DecodedArtifacts.rememberingNone(codec)), heal));
  }
}
