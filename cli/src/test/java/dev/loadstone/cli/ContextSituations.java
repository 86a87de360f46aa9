package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.library;
import static dev.loadstone.cli.Workshop.error;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.context.ContextPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** What goes wrong with artifacts that were built in another context. */
final class ContextSituations {

  private static final String PLUGIN = "Rebate.java";
  private static final String RULE = "acme.Rule";
  private static final String IMPLEMENTS =
      "public class Rebate implements acme.Rule {\n  public static void main(String[] args) {}\n}\n";
  private static final String INTERFACE = "package acme; public interface Rule {}";
  private static final String LIMIT_OF_10 =
      "package acme; public class Rule { public static final int LIMIT = 10; }";
  private static final String LIMIT_OF_20 =
      "package acme; public class Rule { public static final int LIMIT = 20; }";
  private static final String USES_LIMIT =
      "public class Rebate {\n  public static void main(String[] args) {}\n  public int limit() { return acme.Rule.LIMIT; }\n}\n";

  private ContextSituations() {}

  static List<Situation> all() {
    return List.of(
        forged("another format", "format 7", "format 8"),
        forged("another library", "library [0-9a-f]{64}", "library " + "0".repeat(64)),
        forged(
            "another compiler",
            "compiler-version .*",
            "compiler-version " + Workshop.olderCompilerVersion()),
        forged("another Java", "runtime \\d\\d", "runtime 11"),
        library(
            "newer class files",
            work -> {
              byte[] newer = Forgery.newerClassFile(work.artifact(), "Report.class");
              return load(
                  Files.write(work.path("report.jar"), newer),
                  Loadstone.builder().contextPolicy(ContextPolicy.BINARY_COMPATIBLE));
            }),
        library(
            "host class missing",
            work -> load(compiled(work, RULE, INTERFACE, IMPLEMENTS), Loadstone.builder())),
        library(
            "host class hidden",
            work ->
                load(
                    compiled(work, RULE, INTERFACE, IMPLEMENTS),
                    Loadstone.builder()
                        .classPath(List.of(work.path("host.jar")))
                        .allowPackages("acme.api"))),
        library("host class unreadable", ContextSituations::unreadableHostClass),
        library("plugin class unreadable", ContextSituations::unreadablePluginClass),
        library("host class that cannot be recorded", ContextSituations::unrecordableHostClass),
        changed(
            "host member",
            "package acme; public interface Rule { int price(String order, int quantity); }",
            "package acme; public interface Rule { int price(String order, long quantity); }",
            """
            public class Rebate implements acme.Rule {
              public static void main(String[] args) {}
              public int price(String order, int quantity) { return quantity; }
            }
            """),
        library(
            "host class appeared",
            work ->
                loadWith(
                    compiled(
                        work,
                        RULE,
                        INTERFACE,
                        """
                        import acme.*;
                        import java.util.*;
                        public class Rebate implements Rule {
                          public static void main(String[] args) {}
                          List<String> orders;
                        }
                        """),
                    ContextPolicy.EXACT,
                    work.path("host.jar"),
                    hostJar(work, "new.jar", "acme.List", "package acme; public class List {}"))),
        library(
            "package taken later",
            work ->
                loadWith(
                    compiled(
                        work,
                        RULE,
                        INTERFACE,
                        "package rules;\npublic class Rebate implements acme.Rule {\n  public static void main(String[] args) {}\n}\n"),
                    ContextPolicy.EXACT,
                    work.path("host.jar"),
                    hostJar(
                        work, "new.jar", "rules.Limit", "package rules; public class Limit {}"))),
        changed("constant", LIMIT_OF_10, LIMIT_OF_20, USES_LIMIT),
        library(
            "inlined constant",
            work ->
                loadWith(
                    compiled(work, RULE, LIMIT_OF_10, USES_LIMIT),
                    ContextPolicy.BINARY_COMPATIBLE,
                    hostJar(work, "now.jar", RULE, LIMIT_OF_20))),
        builtForJava(
            "JDK class gone",
            11,
            "public class Rebate {\n  public static void main(String[] args) {}\n  Object packer() { return java.util.jar.Pack200.newPacker(); }\n}\n"),
        builtForJava(
            "JDK member gone",
            8,
            "public class Rebate {\n  public static void main(String[] args) {}\n  void end() { Runtime.runFinalizersOnExit(true); }\n}\n"));
  }

  private static Situation forged(String name, String line, String replacement) {
    return library(
        name, work -> work.load("report.jar", Forgery.of(work.artifact(), line, replacement)));
  }

  /** A class of the host has changed. */
  private static Situation changed(String name, String before, String after, String plugin) {
    return library(
        name,
        work ->
            loadWith(
                compiled(work, RULE, before, plugin),
                ContextPolicy.EXACT,
                hostJar(work, "now.jar", RULE, after)));
  }

  /** The JDK of this process lacks what the one that the plugin was compiled for had. */
  private static Situation builtForJava(String name, int release, String plugin) {
    return library(
        name,
        work -> {
          Path artifact = work.path("rebate.jar");
          try (Loadstone earlier = Loadstone.builder().release(release).build()) {
            compile(earlier, work.source(PLUGIN, plugin), artifact);
          }
          return loadWith(artifact, ContextPolicy.BINARY_COMPATIBLE);
        });
  }

  private static Throwable unreadableHostClass(Workshop work) throws IOException {
    Path artifact = compiled(work, RULE, INTERFACE, IMPLEMENTS);
    Path classes = work.path("host.jar-classes");
    Path rule = classes.resolve("acme/Rule.class");
    byte[] classFile = Files.readAllBytes(rule);
    Files.write(rule, Arrays.copyOf(classFile, classFile.length / 2));
    return loadWith(artifact, ContextPolicy.EXACT, classes);
  }

  // Class files are looked into where the JDK is not the one that was compiled for.
  private static Throwable unreadablePluginClass(Workshop work) throws IOException {
    Path artifact = work.path("rebate.jar");
    try (Loadstone earlier = Loadstone.builder().release(11).build()) {
      compile(
          earlier,
          work.source(
              PLUGIN, "public class Rebate {\n  public static void main(String[] args) {}\n}\n"),
          artifact);
    }
    Files.write(artifact, Forgery.withoutClassFile(artifact, "Rebate.class"));
    return loadWith(artifact, ContextPolicy.BINARY_COMPATIBLE);
  }

  /** The compiler does not mind that a class file goes on where it should end. */
  private static Throwable unrecordableHostClass(Workshop work) throws IOException {
    hostJar(work, "host.jar", RULE, INTERFACE);
    Path classes = work.path("host.jar-classes");
    Files.write(classes.resolve("acme/Rule.class"), new byte[1], StandardOpenOption.APPEND);
    try (Loadstone there = Loadstone.builder().classPath(List.of(classes)).build()) {
      return error(
          there
              .sideEffects()
              .expert()
              .compile(List.of(work.source(PLUGIN, IMPLEMENTS)), work.path("rebate.jar")));
    }
  }

  /** Compiles a plugin against {@code host.jar}, which holds one class. */
  private static Path compiled(Workshop work, String className, String hostClass, String plugin)
      throws IOException {
    Path artifact = work.path("rebate.jar");
    Path host = hostJar(work, "host.jar", className, hostClass);
    try (Loadstone there = Loadstone.builder().classPath(List.of(host)).build()) {
      compile(there, work.source(PLUGIN, plugin), artifact);
    }
    return artifact;
  }

  private static void compile(Loadstone loadstone, Path source, Path artifact) {
    loadstone.sideEffects().expert().compile(List.of(source), artifact).get();
  }

  private static Path hostJar(Workshop work, String jarName, String className, String text)
      throws IOException {
    return work.path(work.files().hostJar(jarName, className, text));
  }

  private static Throwable loadWith(Path artifact, ContextPolicy policy, Path... classPath) {
    return load(artifact, Loadstone.builder().classPath(List.of(classPath)).contextPolicy(policy));
  }

  private static Throwable load(Path artifact, Loadstone.Builder builder) {
    try (Loadstone here = builder.build()) {
      return error(here.sideEffects().expert().loadArtifact(artifact));
    }
  }
}
