package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.library;
import static dev.loadstone.cli.Workshop.error;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.loadstone.Loadstone;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What goes wrong with sources and with the compiler. */
final class SourceSituations {

  private static final String NESTED = "(".repeat(1_000_000) + "1" + ")".repeat(1_000_000);

  private SourceSituations() {}

  static List<Situation> all() {
    return List.of(
        library(
            "source missing",
            work -> error(work.loadstone().sideEffects().load(List.of(work.path("Pricing.java"))))),
        library(
            "source missing, relative",
            work -> error(work.loadstone().sideEffects().load(List.of(Path.of("Pricing.java"))))),
        library(
            "source is a folder",
            work -> {
              Path rules = Files.createDirectory(work.path("rules"));
              return error(work.loadstone().sideEffects().load(List.of(rules)));
            }),
        library(
            "source is a device",
            work -> {
              Path device = Files.createSymbolicLink(work.path("Null.java"), Path.of("/dev/null"));
              return error(work.loadstone().sideEffects().load(List.of(device)));
            }),
        library("no sources", work -> error(work.loadstone().sideEffects().load(List.of()))),
        library("bad file name", work -> work.check("my-rule.java", "class Rule {}")),
        library("module declaration", work -> work.check("module-info.java", "module rules {}")),
        library("package declaration last", work -> work.check("package-info.java", "package p;")),
        library(
            "two files, one type",
            work ->
                error(
                    work.loadstone()
                        .sideEffects()
                        .check(
                            List.of(
                                work.source("old/Rule.java", "class Rule {}"),
                                work.source("new/Rule.java", "class Rule {}"))))),
        library(
            "type not where it belongs",
            work -> {
              work.source("rules/Limit.java", "package limits;\npublic class Limit {}\n");
              return error(
                  work.loadstone()
                      .findDependencies(
                          work.source("Rule.java", "class Rule {\n  rules.Limit limit;\n}\n")));
            }),
        library(
            "type in two places",
            work -> {
              work.source("Limit.java", "package rules;\nclass Limit {}\n");
              work.source("rules/Limit.java", "package rules;\npublic class Limit {}\n");
              return error(
                  work.loadstone()
                      .findDependencies(
                          work.source(
                              "Rule.java", "package rules;\nclass Rule {\n  Limit limit;\n}\n")));
            }),
        library(
            "not UTF-8",
            work -> {
              byte[] latin = "class Latin {\n  // caf\u00e9\n}\n".getBytes(ISO_8859_1);
              Path file = Files.write(work.path("Latin.java"), latin);
              return error(work.loadstone().sideEffects().check(List.of(file)));
            }),
        library(
            "too large",
            work -> {
              Path file = work.path("Data.java");
              try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(20_000_000);
              }
              return error(work.loadstone().sideEffects().check(List.of(file)));
            }),
        library(
            "NUL character",
            work -> work.check("Rule.java", "public class Rule {\n  int li\0mit;\n}\n")),
        library(
            "misleading text",
            work ->
                work.check(
                    "Rule.java",
                    "public class Rule {\n  // no limit \u202E above 10\n  int limit = 10;\n}\n")),
        library("no class", work -> work.check("Empty.java", "// to be written\n")),
        library("several classes", work -> work.check("Rules.java", "class A {}\nclass B {}\n")),
        library(
            "syntax error",
            work -> work.check("Rule.java", "public class Rule {\n  int limit = ;\n}\n")),
        library(
            "errors in two files",
            work ->
                error(
                    work.loadstone()
                        .sideEffects()
                        .check(
                            List.of(
                                work.source(
                                    "Limit.java", "class Limit {\n  int max = \"10\";\n}\n"),
                                work.source(
                                    "Rule.java",
                                    "public class Rule {\n  Limit limit = new Limits();\n}\n"))))),
        library(
            "warning",
            work ->
                work.check(
                    "Rule.java",
                    "import java.util.List;\npublic class Rule {\n  List names = List.of();\n}\n")),
        sideEffect("main missing", "public class Task {\n  void run() {}\n}\n"),
        sideEffect(
            "not a main method",
            "public class Task {\n  public static void mian(String[] args) {}\n}\n"),
        sideEffect(
            "arguments not taken",
            "public class Task {\n  static {\n    System.out.println(\"Hello\");\n  }\n}\n",
            "Ada"),
        library(
            "not of the contract",
            work -> work.checkTask("Task.java", "public class Task {\n  void run() {}\n}\n")),
        library(
            "provider of another type",
            work ->
                work.checkTask(
                    "Task.java",
                    "public class Task {\n  public static String provider() {\n    return \"\";\n  }\n}\n")),
        library(
            "constructor missing",
            work ->
                work.checkTask(
                    "Task.java",
                    "public class Task implements Runnable {\n  public Task(int... times) {}\n  public void run() {}\n}\n")),
        library(
            "constructor not public",
            work ->
                work.checkTask(
                    "Task.java",
                    "public class Task implements Runnable {\n  Task() {}\n  public void run() {}\n}\n")),
        library(
            "package taken",
            work -> work.check("Text.java", "package dev.loadstone;\n\npublic class Text {}\n")),
        library(
            "class taken",
            work -> {
              Path jar =
                  work.path(
                      work.files()
                          .hostJar("host.jar", "acme.Rule", "package acme; public class Rule {}"));
              try (Loadstone loadstone =
                  Loadstone.builder().hostClassLoader(new UnlistableLoader(jar)).build()) {
                Path source = work.source("Rule.java", "package acme;\n\npublic class Rule {}\n");
                return error(loadstone.sideEffects().check(List.of(source)));
              }
            }),
        library(
            "package hidden",
            work ->
                checkNarrowed(
                    work,
                    "import dev.loadstone.domain.source.SourceSet;\n\npublic class Rule {\n  SourceSet sources;\n}\n")),
        library(
            "needed type hidden",
            work ->
                checkNarrowed(
                    work,
                    "public class Rule {\n  Object origin(dev.loadstone.Plugin<?> plugin) {\n    return plugin.provenance();\n  }\n}\n")),
        library(
            "class without its class file",
            work -> {
              Path jar =
                  work.path(
                      work.files()
                          .hostJar("host.jar", "acme.Rate", "package acme; public class Rate {}"));
              try (Loadstone loadstone =
                  Loadstone.builder().hostClassLoader(new SilentLoader(jar)).build()) {
                Path source =
                    work.source(
                        "Rule.java", "import acme.Rate;\n\npublic class Rule {\n  Rate rate;\n}\n");
                return error(loadstone.sideEffects().check(List.of(source)));
              }
            }),
        library(
            "host fails",
            work -> {
              try (Loadstone loadstone =
                  Loadstone.builder().hostClassLoader(new StoppedLoader()).build()) {
                Path source =
                    work.source(
                        "Rule.java", "import acme.Rate;\n\npublic class Rule {\n  Rate rate;\n}\n");
                return error(loadstone.sideEffects().check(List.of(source)));
              }
            }),
        library(
            "unknown compiler option",
            work -> {
              try (Loadstone loadstone =
                  Loadstone.builder().compilerOptions("-Akey", "--fast").build()) {
                Path source =
                    work.source(
                        "Rule.java",
                        "public class Rule {\n  public static void main(String[] args) {}\n}\n");
                return error(loadstone.sideEffects().check(List.of(source)));
              }
            }),
        library(
            "compiler crashed",
            work -> work.check("Deep.java", "class Deep { int x = " + NESTED + "; }")),
        new Situation("no compiler", Workshop::checkWithoutCompiler));
  }

  /** Gives the classes of a JAR, and no resources. */
  private static final class SilentLoader extends ClassLoader {
    private final ClassLoader jar;

    SilentLoader(Path jar) throws MalformedURLException {
      super("acme", getPlatformClassLoader());
      this.jar = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return jar.loadClass(name);
    }
  }

  /** Refuses everything, as that of a web application does once it is stopped. */
  private static final class StoppedLoader extends ClassLoader {
    StoppedLoader() {
      super("acme", getPlatformClassLoader());
    }

    @Override
    protected URL findResource(String name) {
      throw new IllegalStateException("stopped");
    }
  }

  /** Checks a source for a host that allows one of its packages. */
  private static Throwable checkNarrowed(Workshop work, String text) throws IOException {
    try (Loadstone loadstone = Loadstone.builder().allowPackages("dev.loadstone").build()) {
      return error(loadstone.sideEffects().check(List.of(work.source("Rule.java", text))));
    }
  }

  /** Checks a source for a release whose main methods every JDK knows. */
  private static Situation sideEffect(String name, String text, String... arguments) {
    return library(
        name,
        work -> {
          Path source = work.source("Task.java", text);
          try (Loadstone loadstone = Loadstone.builder().release(17).build()) {
            return error(loadstone.sideEffects(arguments).check(List.of(source)));
          }
        });
  }
}
