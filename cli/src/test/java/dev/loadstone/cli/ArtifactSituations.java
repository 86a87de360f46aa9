package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.library;
import static dev.loadstone.cli.Workshop.error;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.loadstone.Loadstone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What goes wrong with artifacts, with running plugins, and with the library's use. */
final class ArtifactSituations {

  private ArtifactSituations() {}

  static List<Situation> all() {
    return List.of(
        library("artifact missing", work -> work.load(work.path("pricing.jar"))),
        library(
            "artifact is a folder",
            work -> work.load(Files.createDirectory(work.path("artifacts")))),
        library(
            "artifact is a device",
            work ->
                work.load(Files.createSymbolicLink(work.path("null.jar"), Path.of("/dev/null")))),
        library("empty file", work -> work.load("empty.jar", new byte[0])),
        library("text", work -> work.load("Pricing.txt", "class Pricing {}".getBytes(UTF_8))),
        library("class file", work -> work.load("Pricing.class", classFile(work))),
        library("foreign JAR", work -> work.load("library.jar", foreignJar())),
        library("class changed", work -> work.load("report.jar", changedClass(work))),
        library(
            "cut off",
            work -> {
              byte[] whole = Files.readAllBytes(work.artifact());
              return work.load("report.jar", Arrays.copyOf(whole, whole.length / 2));
            }),
        library(
            "bytes added",
            work -> {
              byte[] whole = Files.readAllBytes(work.artifact());
              return work.load("report.jar", Arrays.copyOf(whole, whole.length + 3));
            }),
        library("packed again", work -> work.load("report.jar", packedAgain(work.artifact()))),
        library(
            "another contract",
            work ->
                error(
                    work.loadstone()
                        .loader(Runnable.class)
                        .expert()
                        .loadArtifact(work.artifact()))),
        library(
            "artifact takes no arguments",
            work -> {
              Path source =
                  work.source(
                      "Report.java",
                      "public class Report {\n  static {\n    System.out.println();\n  }\n}\n");
              Path artifact = work.path("report.jar");
              work.loadstone().sideEffects().expert().compile(List.of(source), artifact).get();
              return error(work.loadstone().sideEffects("Ada").expert().loadArtifact(artifact));
            }),
        new Situation("stamp lost", Workshop::loadWithUnknownLibrary),
        library("JDK class gone at linking", ArtifactSituations::supertypeGone),
        library(
            "plugin throws",
            work ->
                error(
                    work.loadstone()
                        .sideEffects()
                        .load(
                            List.of(
                                work.source(
                                    "Pricing.java",
                                    "public class Pricing {\n  static int limit = Integer.parseInt(\"ten\");\n}\n"))))),
        library(
            "provider gives null",
            work ->
                error(
                    work.loadstone()
                        .loader(Runnable.class)
                        .load(
                            List.of(
                                work.source(
                                    "Task.java",
                                    "public class Task {\n  public static Runnable provider() { return null; }\n}\n"))))),
        write("output in a missing folder", "missing/report.jar"),
        library(
            "output is a folder", work -> compileTo(work, Files.createDirectory(work.path("out")))),
        library(
            "output below a file",
            work -> compileTo(work, work.source("notes", "text").resolve("report.jar"))),
        write("output is a source", "Report.java"),
        library(
            "output is a device",
            work ->
                compileTo(
                    work, Files.createSymbolicLink(work.path("null.jar"), Path.of("/dev/null")))),
        library(
            "output is a broken link",
            work ->
                compileTo(
                    work,
                    Files.createSymbolicLink(work.path("latest.jar"), Path.of("gone/report.jar")))),
        library(
            "scheduler started",
            work ->
                work.loadstone()
                    .sideEffects()
                    .expert()
                    .blockingLoadArtifact(work.artifact())
                    .getCause()),
        library(
            "closed",
            work -> {
              Loadstone closed = Loadstone.create();
              closed.close();
              return error(closed.sideEffects().load(List.of(work.path("Report.java"))));
            }));
  }

  private static Situation write(String name, String output) {
    return library(name, work -> compileTo(work, work.path(output)));
  }

  private static Throwable compileTo(Workshop work, Path output) throws IOException {
    Path source = work.source("Report.java", Workshop.REPORT);
    return error(work.loadstone().sideEffects().expert().compile(List.of(source), output));
  }

  /** What a plugin is compiled for is not always what the compiling Java itself has. */
  private static Throwable supertypeGone(Workshop work) throws IOException {
    Path source =
        work.source(
            "Rebate.java",
            """
            public abstract class Rebate implements java.util.jar.Pack200.Packer {
              public static void main(String[] args) {}
            }
            """);
    try (Loadstone earlier = Loadstone.builder().release(11).build()) {
      return error(earlier.sideEffects().load(List.of(source)));
    }
  }

  private static byte[] classFile(Workshop work) throws IOException {
    try (ZipFile jar = new ZipFile(work.artifact().toFile())) {
      return jar.getInputStream(jar.getEntry("Report.class")).readAllBytes();
    }
  }

  private static byte[] changedClass(Workshop work) throws IOException {
    byte[] content = Files.readAllBytes(work.artifact());
    byte[] classFile = classFile(work);
    for (int i = 0; i + classFile.length <= content.length; i++) {
      if (Arrays.equals(content, i, i + classFile.length, classFile, 0, classFile.length)) {
        content[i + classFile.length - 1] ^= 1;
        return content;
      }
    }
    throw new AssertionError("the class file is not in the artifact");
  }

  private static byte[] foreignJar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("acme/Rule.class"));
    }
    return bytes.toByteArray();
  }

  private static byte[] packedAgain(Path artifact) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile old = new ZipFile(artifact.toFile());
        JarOutputStream jar = new JarOutputStream(bytes)) {
      for (ZipEntry entry : old.stream().toList()) {
        jar.putNextEntry(new JarEntry(entry.getName()));
        old.getInputStream(entry).transferTo(jar);
      }
    }
    return bytes.toByteArray();
  }
}
