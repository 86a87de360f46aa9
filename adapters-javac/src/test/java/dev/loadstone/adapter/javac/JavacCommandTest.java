package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oracle speaks as javac's command does. The command alone shortens names, numbers type
 * variables and explains them: javac's API does not offer that, and here it is switched off.
 */
final class JavacCommandTest {

  private static final String AS_THE_API_DOES =
      "-XDdiags.formatterOptions=-where,-simpleNames,-disambiguateTvars";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Main {\n\tjava.util.List list;\n  void add() { list.add(1); }\n}\n",
        """
        import java.util.*;
        class Main<T> extends Absent {
          void m(List<? extends Number> numbers) throws Exception {
            String one = numbers.get(0);
        \tList raw = numbers; raw.add(größe);
            T t = List.of("", 1).get(0); Optional.of(t).map(x -> x.y());
            new Thread().stop(); return 1;
          }
        }
        """,
        "class Main { void m() { int i = 09; char c = ''; String s = \"\\q\"; \n",
        "class Main { Runnable r = () -> System.out.println(this); enum E { A, B } }\n"
      })
  void javac_command_printsAndWritesTheSame(String text) throws Exception {
    OracleCase given = OracleCase.alone("command", SourceFile.of("Main.java", text));
    Verdict plain;
    try (PlainJavac javac = new PlainJavac(Files.createDirectory(folder.resolve("api")))) {
      plain = javac.compile(given);
    }

    List<String> printed = command(given);

    assertThat(printed).isEqualTo(rendered(plain.diagnostics()));
    Map<String, Bytes> written = PlainJavac.classFiles(folder);
    assertThat(plain.kind() == Verdict.Kind.ACCEPTED ? written : Map.of())
        .isEqualTo(plain.classFiles());
    assertThat(Comparison.of(given, plain).agrees()).isTrue();
  }

  private static List<String> rendered(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(each -> each.isError() || each.isWarning())
        .map(each -> DiagnosticRenderer.render(each).toString())
        .collect(Collectors.joining("\n"))
        .lines()
        .toList();
  }

  /** Returns what javac prints but notes and how many diagnostics there were. */
  private List<String> command(OracleCase given) throws IOException, InterruptedException {
    File said = folder.resolve("said.txt").toFile();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-J-Duser.language=en", "-J-Dfile.encoding=UTF-8", AS_THE_API_DOES));
    command.addAll(PlainJavac.options(given, folder));
    PlainJavac.write(given, folder).forEach(file -> command.add(file.getFileName().toString()));
    new ProcessBuilder(command)
        .directory(folder.resolve("sources").toFile())
        .redirectErrorStream(true)
        .redirectOutput(said)
        .start()
        .waitFor();
    return Files.readAllLines(said.toPath()).stream()
        .filter(line -> !line.startsWith("Note: ") && !line.matches("\\d+ (error|warning)s?"))
        .toList();
  }
}
