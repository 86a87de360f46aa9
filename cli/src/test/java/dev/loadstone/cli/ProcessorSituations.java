package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.library;
import static dev.loadstone.cli.Workshop.error;

import dev.loadstone.Loadstone;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What goes wrong with annotation processors. */
final class ProcessorSituations {

  private static final String PROCESSOR =
      """
      package acme;

      import java.util.Set;
      import javax.annotation.processing.AbstractProcessor;
      import javax.annotation.processing.RoundEnvironment;
      import javax.annotation.processing.SupportedAnnotationTypes;
      import javax.lang.model.SourceVersion;
      import javax.lang.model.element.TypeElement;

      @SupportedAnnotationTypes("*")
      public class RuleProcessor extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
          return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
          throw new IllegalStateException("no template");
        }
      }
      """;

  private ProcessorSituations() {}

  static List<Situation> all() {
    return List.of(
        library("processor path missing", work -> check(work, work.path("rules-processor.jar"))),
        library(
            "processor path without a processor",
            work ->
                check(
                    work,
                    work.path(
                        work.files()
                            .hostJar(
                                "rules.jar", "acme.Rule", "package acme; public class Rule {}")))),
        library("processor fails", work -> check(work, processor(work))),
        library(
            "processor not named",
            work ->
                work.check(
                    "Rule.java",
                    "import lombok.Getter;\n\npublic class Rule {\n  @Getter private int limit = 10;\n}\n")));
  }

  private static Throwable check(Workshop work, Path... processors) throws IOException {
    try (Loadstone loadstone =
        Loadstone.builder().annotationProcessors(List.of(processors)).build()) {
      Path source = work.source("Rule.java", "public class Rule {}\n");
      return error(loadstone.sideEffects().check(List.of(source)));
    }
  }

  private static Path processor(Workshop work) throws IOException {
    Path jar = work.path(work.files().hostJar("rules.jar", "acme.RuleProcessor", PROCESSOR));
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path services = Files.createDirectories(files.getPath("META-INF/services"));
      Files.writeString(
          services.resolve("javax.annotation.processing.Processor"), "acme.RuleProcessor\n");
    }
    return jar;
  }
}
