package dev.loadstone.cli;

import dev.loadstone.Loadstone;
import io.vavr.concurrent.Future;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder for things to go wrong in, and the library. */
final class Workshop implements AutoCloseable {

  /** A good side-effect plugin. */
  static final String REPORT =
      "public class Report {\n  public static void main(String[] args) {}\n}\n";

  private static final String VERSION = "17.0.15";

  private final Path folder;
  private final PluginFiles files;
  private final Loadstone loadstone = Loadstone.create();

  Workshop(Path folder) {
    this.folder = folder;
    this.files = new PluginFiles(folder);
  }

  Loadstone loadstone() {
    return loadstone;
  }

  PluginFiles files() {
    return files;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path source(String name, String text) throws IOException {
    return path(files.source(name, text));
  }

  /** Compiles a good side-effect plugin. */
  Path artifact() throws IOException {
    Path source = source("Report.java", REPORT);
    return loadstone.sideEffects().expert().compile(List.of(source), path("report.jar")).get();
  }

  /** Checks a source as a side effect. */
  Throwable check(String name, String text) throws IOException {
    return error(loadstone.sideEffects().check(List.of(source(name, text))));
  }

  /** Checks a source as a {@link Runnable}. */
  Throwable checkTask(String name, String text) throws IOException {
    return error(loadstone.loader(Runnable.class).check(List.of(source(name, text))));
  }

  /** Loads some bytes as an artifact. */
  Throwable load(String name, byte[] content) throws IOException {
    return load(Files.write(path(name), content));
  }

  Throwable load(Path artifact) {
    return error(loadstone.sideEffects().expert().loadArtifact(artifact));
  }

  static Throwable error(Future<?> future) {
    return future.await().getCause().get();
  }

  Shown command(String... words) {
    CapturedRun run =
        CapturedRun.of(
            Arrays.stream(words)
                .map(word -> word.replace("@", folder + "/"))
                .toArray(String[]::new));
    return new Shown(normalized(run.err()), run.exitCode(), Set.of());
  }

  /** Returns a version that is not the present one's, and as long. */
  static String olderCompilerVersion() {
    return "11" + Runtime.version().toString().substring(2);
  }

  /** Checks a source in a process whose Java runtime has no compiler. */
  Shown checkWithoutCompiler() throws IOException, InterruptedException {
    Execution execution =
        Execution.of(
            folder,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.logging",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                "--compiler",
                "javac",
                files.source("Report.java", REPORT)));
    return new Shown(
        normalized(execution.err()), execution.exitCode(), Set.of("CompilerUnavailable"));
  }

  /** Loads an artifact in a process in which a module of the library has an empty stamp. */
  Shown loadWithUnknownLibrary() throws IOException, InterruptedException {
    Path artifact = artifact();
    Path stamps = Files.createDirectories(path("lost").resolve("META-INF/loadstone"));
    Files.createFile(stamps.resolve("domain.build"));
    Execution execution =
        Execution.of(
            folder,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path("lost") + File.pathSeparator + System.getProperty("java.class.path"),
                Main.class.getName(),
                "load",
                artifact.toString()));
    return new Shown(normalized(execution.err()), execution.exitCode(), Set.of("LibraryUnknown"));
  }

  /** Removes what differs from machine to machine. */
  String normalized(String text) {
    String here = text.replace(folder + "/", "").replace(System.lineSeparator(), "\n").strip();
    return here.replace(Path.of("").toAbsolutePath().toString(), "/srv/shop")
        .replace("javac " + Runtime.version(), "javac " + VERSION)
        .replace(olderCompilerVersion(), "11.0.15")
        .replaceFirst("compiler \\([^)]*\\)", "compiler (" + VERSION + ")")
        .replace("release " + Runtime.version().feature(), "release 17")
        .replace("to " + Runtime.version().feature(), "to 17")
        .replaceAll(
            "loadstone-(compiler|scheduler)-\\d+(, loadstone-compiler-\\d+)+",
            "loadstone-$1-1, ...")
        .replaceAll("loadstone-(compiler|scheduler)-\\d+(?!, )", "loadstone-$1-1")
        .replaceAll("sha256:[0-9a-f]{64}", "sha256:...")
        .replaceAll("/[0-9a-f]{32}/[0-9a-f]{3}/[0-9a-f-]+\\.jar", "/.../....jar")
        .replaceAll("(?s)\n\tat .*", "\n\tat ...");
  }

  @Override
  public void close() {
    loadstone.close();
  }
}
