package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options {@code --processor-path} and {@code -A} of each command that has them. */
final class ProcessorOptionsTest {

  /** It makes a class that prints the processor's options. */
  private static final String PROCESSOR =
      """
      package acme;

      import java.io.IOException;
      import java.io.UncheckedIOException;
      import java.io.Writer;
      import java.util.Set;
      import java.util.TreeMap;
      import javax.annotation.processing.AbstractProcessor;
      import javax.annotation.processing.RoundEnvironment;
      import javax.annotation.processing.SupportedAnnotationTypes;
      import javax.annotation.processing.SupportedOptions;
      import javax.lang.model.SourceVersion;
      import javax.lang.model.element.TypeElement;

      @SupportedAnnotationTypes("*")
      @SupportedOptions({"greeting", "name"})
      public class Maker extends AbstractProcessor {
        private boolean isDone;

        @Override
        public SourceVersion getSupportedSourceVersion() {
          return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
          if (!isDone) {
            isDone = true;
            String text = new TreeMap<>(processingEnv.getOptions()).toString();
            try (Writer out = processingEnv.getFiler().createSourceFile("Made").openWriter()) {
              out.write("class Made { static final String TEXT = \\\"" + text + "\\\"; }");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          return false;
        }
      }
      """;

  private static final CapturedRun SILENT = new CapturedRun(Outcome.of(ExitCode.DONE), "", "");

  @TempDir private Path folder;

  private String jar = "";
  private String source = "";

  @BeforeEach
  void writeProcessor() throws IOException {
    PluginFiles files = new PluginFiles(folder);
    jar = path(files.hostJar("maker.jar", "acme.Maker", PROCESSOR));
    try (FileSystem content = FileSystems.newFileSystem(Path.of(jar))) {
      Path services = Files.createDirectories(content.getPath("META-INF/services"));
      Files.writeString(services.resolve("javax.annotation.processing.Processor"), "acme.Maker\n");
    }
    source =
        path(
            files.main(
                "Main",
                "if (!Made.TEXT.equals(\"{greeting=hello, name=null}\")) throw new AssertionError(Made.TEXT);"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static CapturedRun run(String command, String... words) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of(words));
    return CapturedRun.of(line.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "check --each", "check --execute", "run"})
  void compiling_processorPathAndOptions_runsThem(String command) {
    assertThat(run(command, "--processor-path", jar, "-Agreeting=hello", "-Aname", source))
        .isEqualTo(SILENT);
  }

  @Test
  void compile_processorPathAndOptions_areInTheArtifactThatLoads() {
    String artifact = path("main.jar");

    CapturedRun compiled =
        run(
            "compile -o " + artifact,
            "--processor-path=" + jar,
            "-Agreeting=hello",
            "-Aname",
            source);

    assertThat(compiled).isEqualTo(SILENT);
    assertThat(run("load", artifact)).isEqualTo(SILENT);
    assertThat(run("inspect", artifact).out()).contains("maker.jar", "Made.java", "-Aname");
  }

  @Test
  void run_wildcard_takesTheJarsOfTheFolder() throws IOException {
    Path lib = Files.createDirectory(folder.resolve("lib"));
    Files.copy(Path.of(jar), lib.resolve("maker.jar"));

    assertThat(run("run", "--processor-path", lib + "/*", "-Agreeting=hello", "-Aname", source))
        .isEqualTo(SILENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --processor-path <folder>/gone.jar    | --processor-path: <folder>/gone.jar: there is no such file or folder
          --processor-path <folder>             | --processor-path: <folder>: a folder, where a JAR is expected; FOLDER/* is all JARs of a folder
          --processor-path <folder>/gone/*      | --processor-path: <folder>/gone/*: there is no such folder
          --processor-path <source>             | --processor-path: <source>: neither a folder nor a JAR that can be read
          --processor-path=                     | --processor-path: names no JAR; give those of the processors, or leave the option out
          --processor-path <folder>/empty/*     | --processor-path: names no JAR; give those of the processors, or leave the option out
          -Agreeting=hello                      | -Agreeting=hello: no annotation processor runs that could take it; name one by --processor-path
          -A=hello --processor-path <jar>       | -A=hello: has no key; write -AKEY=VALUE
          -Aname -Aname=x --processor-path <jar> | -Aname: is given twice; give it once
          -Aname -A                             | Missing required parameter for option '-A' (KEY[=VALUE])
          """)
  void options_wrongValue_areWrongUse(String options, String message) throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    for (String command : List.of("check", "run", "compile -o " + path("out.jar"))) {
      CapturedRun run = run(command + " " + source + " " + filled(options));

      assertThat(run.err()).as(command).startsWith("loadstone: " + filled(message));
      assertThat(run.exitCode()).as(command).isEqualTo(2);
      assertThat(folder.resolve("out.jar")).doesNotExist();
    }
  }

  /** The processors of an artifact have run, and what they said has been taken into account. */
  @ParameterizedTest
  @ValueSource(strings = {"--processor-path=<jar>", "-Aname"})
  void load_optionsOfProcessors_areNotOffered(String option) {
    CapturedRun run = run("load " + filled(option) + " " + path("main.jar"));

    assertThat(run.err()).startsWith("loadstone: Unknown option: '" + filled(option) + "'");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run("load", "--help").out()).doesNotContain("processor", "-A");
  }

  private String filled(String text) {
    return text.replace("<jar>", jar)
        .replace("<source>", source)
        .replace("<folder>", folder.toString());
  }
}
