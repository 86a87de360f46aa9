package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.library;
import static dev.loadstone.cli.Workshop.error;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;

/** What goes wrong with threads: what takes too long, and where nothing can run. */
final class SchedulingSituations {

  private static final Duration LIMIT = Duration.ofMillis(100);

  /** One for each processor, and four that replace those that were given up. */
  private static final int COMPILER_THREADS = Runtime.getRuntime().availableProcessors() + 4;

  private SchedulingSituations() {}

  static List<Situation> all() {
    return List.of(
        library(
            "compilation too long",
            work -> {
              try (EndlessCompiler compiler = new EndlessCompiler();
                  Loadstone loadstone = loadstone(compiler)) {
                return error(loadstone.sideEffects().check(List.of(report(work))));
              }
            }),
        library(
            "every compiler thread given up",
            work -> {
              try (EndlessCompiler compiler = new EndlessCompiler();
                  Loadstone loadstone = loadstone(compiler)) {
                for (int i = 0; i < COMPILER_THREADS; i++) {
                  error(loadstone.sideEffects().check(List.of(report(work))));
                }
                return error(loadstone.sideEffects().check(List.of(report(work))));
              }
            }),
        library(
            "start too long",
            work -> {
              Path source =
                  work.source(
                      "Report.java",
                      "public class Report {\n  public static void main(String[] args) throws Exception {\n    Thread.sleep(60_000);\n  }\n}\n");
              try (Loadstone loadstone = Loadstone.builder().startLimit(LIMIT).build()) {
                return error(loadstone.sideEffects().load(List.of(source)));
              }
            }),
        library(
            "executor refuses",
            work -> {
              try (Loadstone loadstone =
                  Loadstone.builder()
                      .executor(
                          task -> {
                            throw new RejectedExecutionException("shut down");
                          })
                      .build()) {
                return error(loadstone.sideEffects().load(List.of(report(work))));
              }
            }));
  }

  private static Loadstone loadstone(Compiler compiler) {
    return Loadstone.builder().compiler(compiler).compileLimit(LIMIT).build();
  }

  private static Path report(Workshop work) throws IOException {
    return work.source("Report.java", Workshop.REPORT);
  }

  /** Compiles until it is closed. */
  private static final class EndlessCompiler implements Compiler, AutoCloseable {

    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public Try<CompilerIdentity> identity() {
      return Try.success(new CompilerIdentity("endless", "1"));
    }

    @Override
    public Try<Compilation> compile(CompilationRequest request, HostView host) {
      while (end.getCount() > 0) {
        Try.run(end::await);
      }
      return Try.failure(new IllegalStateException("it was ended"));
    }

    @Override
    public void close() {
      end.countDown();
    }
  }
}
