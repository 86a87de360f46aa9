package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.compilation.StartRule;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs, compared with what {@code java} of this JDK runs: a process for each program. */
@Tag("thorough")
final class StartOracleTest {

  @TempDir Path folder;

  static Stream<StartTest.Case> programs() {
    boolean isFlexible = Runtime.version().feature() >= StartRule.FLEXIBLE;
    return StartTest.cases().stream().filter(each -> isFlexible || !each.on17().equals("-"));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void compile_program_runsItsMainExactlyWhenJavaDoes(StartTest.Case program) throws Exception {
    SourceFile[] files = program.files();

    Compilation compilation = Compiling.sideEffect().compile(files).get();

    assertThat(hasMain(compilation)).isEqualTo(isRunByJava(compilation));
  }

  private static boolean hasMain(Compilation compilation) {
    return compilation.launch().start() instanceof Start.Program start
        && start.form() != Start.Form.INITIALIZER;
  }

  private boolean isRunByJava(Compilation compilation) throws IOException, InterruptedException {
    for (Map.Entry<String, Bytes> classFile : Compiling.written(compilation).entrySet()) {
      Path file = folder.resolve(classFile.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, classFile.getValue().toByteArray());
    }
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.toString(),
                compilation.mainClass())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return java.waitFor() == 0 && output.strip().equals("ran");
  }
}
