package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depends on how a Java virtual machine was started, in such machines. */
final class OtherRuntimesTest {

  @TempDir private Path folder;

  @Test
  void compile_anyLocaleAndEncoding_speaksEnglishAndReadsUnicode() throws Exception {
    String english = probe("-Duser.language=en", "-Duser.country=US");

    // The JDK has javac's messages in Japanese; Turkish has letters of its own for i and I.
    String japanese =
        probe("-Duser.language=ja", "-Duser.country=JP", "-Dfile.encoding=ISO-8859-1");
    String turkish = probe("-Duser.language=tr", "-Duser.country=TR");

    assertThat(japanese).isEqualTo(english);
    assertThat(turkish).isEqualTo(english);
    assertThat(english).contains("symbol:   variable größe", "[rawtypes] found raw type");
  }

  @Test
  void compile_runtimeWithoutCompiler_isUnavailable() throws Exception {
    String said = probe("--limit-modules", "java.base");

    assertThat(
            said.lines()
                .filter(
                    line ->
                        line.startsWith("CompilerUnavailable this Java runtime has no compiler")))
        .hasSize(5);
    assertThat(said).startsWith("Failure(dev.loadstone.domain.error.CompilerUnavailable: ");
  }

  private String probe(String... options) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Probe.class.getName());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    int exit = process.waitFor();
    String text = Files.readString(said);
    assertThat(exit).as(text).isZero();
    return text;
  }
}
