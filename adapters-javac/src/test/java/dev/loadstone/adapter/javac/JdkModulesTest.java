package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What exists of the JDK is what the process was started with, at compile time, too. */
final class JdkModulesTest {

  private static final String NOT_VISIBLE = "compiler.err.package.not.visible";

  @TempDir private Path folder;

  @Test
  void options_processWithAllModules_areNone() {
    assertThat(options(Option.none())).isEmpty();
    assertThat(options(Option.some(16))).isEmpty();
    assertThat(options(Option.some(8))).isEmpty();
    assertThat(options(Option.some(999))).isEmpty();
  }

  private static List<String> options(Option<Integer> release) {
    return new JdkModules()
        .options(
            new CompilerSettings(
                release, List.of(), new WarningPolicy(Treatment.REPORTED, Set.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "11", "17"})
  void compile_processWithoutAModule_doesNotSeeItsPackages(String release) throws Exception {
    String told =
        told(
            List.of("--limit-modules", "java.base,java.logging,jdk.compiler,jdk.zipfs"),
            release,
            "java.sql.Date",
            "java.util.logging.Logger",
            "com.sun.source.tree.Tree",
            "java.util.List");

    assertThat(told)
        .isEqualTo(
            """
            java.sql.Date %s
            java.util.logging.Logger exists
            com.sun.source.tree.Tree exists
            java.util.List exists
            """,
            NOT_VISIBLE);
  }

  @Test
  void compile_moduleThatWasRemovedSinceTheRelease_isNotSeen() throws Exception {
    assertThat(told(List.of(), "11", "jdk.nashorn.api.tree.Tree", "java.sql.Date"))
        .isEqualTo(
            """
            jdk.nashorn.api.tree.Tree %s
            java.sql.Date exists
            """,
            NOT_VISIBLE);
  }

  @Test
  void compile_incubatingModule_isSeenWhereTheProcessHasIt() throws Exception {
    String vector = "jdk.incubator.vector.Vector";

    assertThat(told(List.of(), "none", vector)).isEqualTo(vector + " " + NOT_VISIBLE + "\n");
    assertThat(told(List.of("--add-modules", "jdk.incubator.vector"), "none", vector))
        .isEqualTo(vector + " exists\n");
  }

  @Test
  void compile_packageThatTheProcessWasToldToExport_isSeen() throws Exception {
    String internal = "sun.security.util.SecurityConstants";
    String opened = "sun.nio.ch.IOUtil";

    assertThat(told(List.of(), "none", internal, opened))
        .isEqualTo(internal + " " + NOT_VISIBLE + "\n" + opened + " " + NOT_VISIBLE + "\n");
    assertThat(
            told(
                List.of(
                    "--add-exports=java.base/sun.security.util=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"),
                "none",
                internal,
                opened))
        .isEqualTo(internal + " exists\n" + opened + " exists\n");
  }

  private String told(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path told = Files.createTempFile(folder, "told", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(ModulesProbe.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(told.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readString(told).replace(System.lineSeparator(), "\n");
  }
}
