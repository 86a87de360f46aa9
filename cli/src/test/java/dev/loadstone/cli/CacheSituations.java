package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.command;
import static dev.loadstone.cli.Situation.library;

import dev.loadstone.CacheSettings;
import dev.loadstone.Loadstone;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What goes wrong with the cache. */
final class CacheSituations {

  private CacheSituations() {}

  static List<Situation> all() {
    return List.of(
        new Situation(
            "cache is a file",
            work -> {
              Files.writeString(work.path("notes"), "mine");
              return work.command("cache", "stats", "--cache-dir", "@notes");
            }),
        new Situation(
            "cache is below a file",
            work -> {
              Files.writeString(work.path("notes"), "mine");
              return work.command("cache", "verify", "--cache-dir", "@notes/cache");
            }),
        new Situation(
            "cache is a broken link",
            work -> {
              Files.createSymbolicLink(work.path("link"), Path.of("gone"));
              return work.command("cache", "clear", "--cache-dir", "@link");
            }),
        new Situation(
            "cache of others",
            work -> {
              Path shared = Files.createDirectory(work.path("shared"));
              Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
              return work.command("cache", "stats", "--cache-dir", "@shared");
            }),
        library("read-only cache is missing", work -> loadFrom(work, work.path("image"))),
        library(
            "read-only cache is empty",
            work -> loadFrom(work, Files.createDirectory(work.path("image")))),
        library(
            "read-only cache is damaged",
            work -> {
              Path image = work.path("image");
              fill(work, image);
              for (Path entry : entries(image)) {
                Files.write(entry, new byte[0]);
              }
              return loadFrom(work, image);
            }),
        new Situation(
            "cache cannot be used",
            work -> {
              Files.writeString(work.path("notes"), "mine");
              work.source("Report.java", Workshop.REPORT);
              return work.command("check", "--cache-dir", "@notes", "@Report.java");
            }),
        new Situation(
            "no folder for a cache",
            work -> {
              CapturedRun run =
                  CapturedRun.withCache(
                      Option.none(),
                      "check",
                      work.source("Report.java", Workshop.REPORT).toString());
              return new Shown(work.normalized(run.err()), run.exitCode(), Set.of());
            }),
        command("cache folder without a cache", "run", "--cache-dir", "x", "--no-cache", "A.java"),
        command("cache folder without a name", "check", "--cache-dir=", "Report.java"),
        command("cache without a task", "cache"),
        command("cache with an unknown task", "cache", "purge"),
        new Situation(
            "cache task without a folder",
            work -> {
              CapturedRun run = CapturedRun.withCache(Option.none(), "cache", "stats");
              return new Shown(work.normalized(run.err()), run.exitCode(), Set.of());
            }));
  }

  private static void fill(Workshop work, Path cache) throws IOException {
    Path source = work.source("Report.java", Workshop.REPORT);
    try (Loadstone loadstone = Loadstone.builder().cache(CacheSettings.at(cache)).build()) {
      loadstone.sideEffects().loadWithoutRunning(List.of(source)).get();
    }
  }

  private static List<Path> entries(Path cache) throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return all.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static Throwable loadFrom(Workshop work, Path cache) throws IOException {
    Path source = work.source("Report.java", Workshop.REPORT);
    CacheSettings settings = CacheSettings.at(cache).readOnly(true);
    try (Loadstone loadstone = Loadstone.builder().cache(settings).build()) {
      return Workshop.error(loadstone.sideEffects().load(List.of(source)));
    }
  }
}
