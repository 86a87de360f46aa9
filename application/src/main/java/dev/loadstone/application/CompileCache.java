package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What was compiled before. Safe for use by many threads. */
public sealed interface CompileCache permits StoredCompilations, CompileCache.Nothing {

  /**
   * Makes a cache that finds nothing and keeps nothing.
   *
   * @param whyUnusable why the cache that there is cannot be used, which is told once; none where
   *     there is no cache
   * @param observer is told of that
   */
  static CompileCache nothing(
      Option<? extends PluginException> whyUnusable, CallObserver observer) {
    return new Nothing(whyUnusable.map(why -> new Event.CacheUnusable(why.getMessage())), observer);
  }

  /** {@return the key of what is to be compiled; a failure where what compiles is not known} */
  Try<CacheKey> key(CompilationRequest request);

  /**
   * Looks for an artifact that was built from the same request and fits the present context. No
   * class of any artifact is loaded, and none of the compiler.
   *
   * @return what there is; where the cache may only be read, the failure of one that is broken
   */
  Try<CacheAnswer> find(CacheRequest asked);

  /** Looks again, just before compiling: for what another process has kept since. */
  Option<Artifact> findKeptSince(CacheRequest asked);

  /** Waits while another process compiles the same. That there is no turn changes nothing. */
  Try<CompilationTurn> turn(CacheRequest asked);

  /** Tells why what is compiled next was not found. */
  void tellMiss(CacheRequest asked, CacheAnswer miss);

  /** Keeps what was compiled. That it cannot be kept is told, and is not a failure of the load. */
  void keep(CacheRequest asked, Artifact compiled);

  /** Counts a compilation that was saved. */
  void countHit();

  /** A cache that finds nothing and keeps nothing. */
  final class Nothing implements CompileCache {

    private static final Digest ANY_BUILD = Digest.of(Bytes.ofUtf8(""));
    private static final CompilationTurn TURN = () -> {};

    private final AtomicReference<Option<Event.CacheUnusable>> untold;
    private final CallObserver observer;

    private Nothing(Option<Event.CacheUnusable> whyUnusable, CallObserver observer) {
      this.untold = new AtomicReference<>(whyUnusable);
      this.observer = observer;
    }

    @Override
    public Try<CacheKey> key(CompilationRequest request) {
      untold.getAndSet(Option.none()).forEach(observer::tell);
      return Try.success(CacheKey.of(request, ANY_BUILD));
    }

    @Override
    public Try<CacheAnswer> find(CacheRequest asked) {
      return Try.success(new CacheAnswer(Option.none(), List.of()));
    }

    @Override
    public Option<Artifact> findKeptSince(CacheRequest asked) {
      return Option.none();
    }

    @Override
    public Try<CompilationTurn> turn(CacheRequest asked) {
      return Try.success(TURN);
    }

    @Override
    public void tellMiss(CacheRequest asked, CacheAnswer miss) {
      // Nobody expected a hit.
    }

    @Override
    public void keep(CacheRequest asked, Artifact compiled) {
      // There is nowhere to keep it.
    }

    @Override
    public void countHit() {
      // There is nothing that counts.
    }
  }
}
