package dev.loadstone;

import dev.loadstone.application.CachePlugins;
import dev.loadstone.application.CacheRequest;
import dev.loadstone.application.CachedPlugin;
import dev.loadstone.application.CachedPlugin.Build;
import dev.loadstone.application.Lookup;
import dev.loadstone.application.Need;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.port.ArtifactStore.CompilationTurn;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes artifacts from the cache, and compiles what is not there, once for all who ask for it. */
final class CachedArtifacts implements ArtifactSource {

  private final CachePlugins cache;
  private final SourceRetention retention;
  private final Scheduler scheduler;
  private final Failures failures;
  private final SharedWork<CacheKey, Artifact> compilations;

  CachedArtifacts(
      CachePlugins cache, SourceRetention retention, Scheduler scheduler, Failures failures) {
    this.cache = cache;
    this.retention = retention;
    this.scheduler = scheduler;
    this.failures = failures;
    this.compilations = new SharedWork<>(scheduler.compilers());
  }

  @Override
  public <P, T> Future<T> load(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish) {
    return link(asked, link, finish, Loading::compileOnceThenLink);
  }

  @Override
  public <P, T> Future<T> check(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish) {
    return link(asked, link, finish, Loading::compileThenLink);
  }

  private <P, T> Future<T> link(
      Supplier<Try<CompilationRequest>> asked,
      Function<Compiled, Try<P>> link,
      Function<P, Try<T>> finish,
      BiConsumer<Loading<P, T>, Lookup> compile) {
    return scheduler.call(
        call ->
            lookUp(
                call,
                asked,
                Need.EQUIVALENT,
                (request, found) -> {
                  Loading<P, T> loading = new Loading<>(call, request, link, finish);
                  return loading.linkHitOr(found, missed -> compile.accept(loading, missed));
                }));
  }

  @Override
  public <T> Future<T> write(
      Supplier<Try<CompilationRequest>> asked, Function<Compiled, Try<T>> commit) {
    return scheduler.call(
        call ->
            lookUp(
                call,
                asked,
                Need.IDENTICAL,
                (request, found) -> {
                  if (found.hit().isDefined()) {
                    Compiled compiled = compiled(request, found.hit().get().artifact());
                    call.commit(() -> failures.told(commit.apply(compiled)));
                  } else {
                    compileOnce(
                        call,
                        request,
                        found,
                        artifact ->
                            call.commit(
                                () -> failures.told(commit.apply(compiled(request, artifact)))));
                  }
                  return Option.none();
                }));
  }

  private <T> void lookUp(
      Call<T> call,
      Supplier<Try<CompilationRequest>> asked,
      Need need,
      BiFunction<CacheRequest, Lookup, Option<Runnable>> next) {
    call.look(
        () -> {
          Try<CacheRequest> request =
              asked.get().flatMap(compilation -> cache.ask(compilation, retention, need));
          Try<Lookup> found = request.flatMap(cache::lookUp);
          if (found.isSuccess()) {
            return next.apply(request.get(), found.get());
          }
          call.end(failures.told(Try.failure(found.getCause())));
          return Option.none();
        });
  }

  private <T> void compileOnce(
      Call<T> call, CacheRequest request, Lookup missed, Consumer<Artifact> next) {
    compilations.ask(request.key(), new Compilation<>(call, request, missed, next));
  }

  private static Compiled compiled(CacheRequest request, Artifact artifact) {
    return Compiled.of(artifact, request.compilation().sources());
  }

  /** A call that links what it is given. */
  private final class Loading<P, T> {

    private final Call<T> call;
    private final CacheRequest request;
    private final Function<Compiled, Try<P>> link;
    private final Function<P, Try<T>> finish;

    Loading(
        Call<T> call,
        CacheRequest request,
        Function<Compiled, Try<P>> link,
        Function<P, Try<T>> finish) {
      this.call = call;
      this.request = request;
      this.link = link;
      this.finish = finish;
    }

    Option<Runnable> linkHitOr(Lookup found, Consumer<Lookup> compile) {
      if (found.hit().isEmpty()) {
        compile.accept(found);
      }
      return found.hit().map(hit -> () -> linkHitOr(hit, compile));
    }

    private void linkHitOr(CachedPlugin hit, Consumer<Lookup> compile) {
      Try<P> linked = link.apply(compiled(request, hit.artifact()));
      if (hit.build() == Build.OTHER && isRefused(linked)) {
        compile.accept(cache.refused(hit, linked.getCause()));
      } else {
        end(linked);
      }
    }

    private static boolean isRefused(Try<?> linked) {
      return linked.isFailure() && linked.getCause() instanceof LinkageFailed;
    }

    void compileOnceThenLink(Lookup missed) {
      compileOnce(call, request, missed, this::link);
    }

    void compileThenLink(Lookup missed) {
      call.compile(
          () -> {
            Try<Artifact> artifact = cache.compile(request, missed);
            if (artifact.isSuccess()) {
              link(artifact.get());
            } else {
              call.end(failures.told(Try.failure(artifact.getCause())));
            }
          });
    }

    private void link(Artifact artifact) {
      call.link(() -> end(link.apply(compiled(request, artifact))));
    }

    private void end(Try<P> linked) {
      call.end(failures.told(linked).flatMap(finish));
    }
  }

  /** A call that needs a compilation. */
  private final class Compilation<T> implements SharedWork.Asker<Artifact> {

    private final Call<T> call;
    private final CacheRequest request;
    private final Lookup missed;
    private final Consumer<Artifact> next;

    Compilation(Call<T> call, CacheRequest request, Lookup missed, Consumer<Artifact> next) {
      this.call = call;
      this.request = request;
      this.missed = missed;
      this.next = next;
    }

    @Override
    public boolean isGivenUp() {
      return call.isGivenUp();
    }

    @Override
    public Try<Artifact> work() {
      Try<CompilationTurn> turn =
          cache.isTurnTaken(request)
              ? scheduler.compilers().standingAside(() -> cache.turn(request))
              : cache.turn(request);
      try {
        return cache.compileAndKeep(request, missed);
      } finally {
        turn.forEach(CompilationTurn::close);
      }
    }

    @Override
    public void take(Try<Artifact> outcome) {
      if (outcome.isSuccess()) {
        next.accept(outcome.get());
      } else {
        call.end(failures.told(Try.failure(outcome.getCause())));
      }
    }

    @Override
    public boolean canShare(Artifact artifact) {
      return cache.wouldDo(request, artifact);
    }

    @Override
    public void takeShared(Artifact artifact) {
      cache.tellShared(request, artifact);
      next.accept(artifact);
    }

    // What is wrong with the sources names their files, and is wrong for all who gave the same.
    @Override
    public boolean wouldFailLike(SharedWork.Asker<Artifact> other, Throwable failure) {
      return (failure instanceof CompilationFailed || failure instanceof InvalidSources)
          && other instanceof CachedArtifacts.Compilation<?> same
          && same.filesAre(request);
    }

    private boolean filesAre(CacheRequest others) {
      return request.compilation().sources().paths().equals(others.compilation().sources().paths());
    }
  }
}
