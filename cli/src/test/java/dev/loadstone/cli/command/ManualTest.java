package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

final class ManualTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/man/loadstone.1");

  @Test
  void page_isMadeFromWhatTheCommandsUnderstandNow() throws Exception {
    assertThat(Files.readString(PAGE))
        .as("%s is older than the commands. Make it anew: mvn verify -Pmanual", PAGE)
        .contains(Manual.digestLine());
  }

  @Test
  void asciidoc_namesEveryCommandAndOption() throws Exception {
    String manual = Manual.asciidoc();

    for (Command command : Commands.all()) {
      String section = section(manual, command.name());
      assertThat(section).as(command.name()).contains(command.summary());
      assertThat(section)
          .as(command.name())
          .contains(
              Grammar.spec(command).options().stream()
                  .map(OptionSpec::longestName)
                  .map(name -> "*" + name + "*")
                  .toList());
    }
  }

  @Test
  void asciidoc_sections_areThoseOfAManualPage() throws Exception {
    assertThat(Manual.asciidoc().lines().filter(line -> line.startsWith("== ")))
        .containsExactly(
            "== Name",
            "== Synopsis",
            "== Description",
            "== Commands",
            "== Exit status",
            "== Environment",
            "== Files",
            "== Examples",
            "== See also");
  }

  @Test
  void asciidoc_exitStatus_hasEveryNumber() throws Exception {
    assertThat(Manual.asciidoc()).contains("*0*::", "*1*::", "*2*::", "*3*::", "*4*::", "*70*::");
  }

  private static String section(String manual, String command) {
    String begin = "=== " + command + "\n";
    return Stream.of(manual.substring(manual.indexOf(begin) + begin.length()).split("(?m)^=="))
        .findFirst()
        .orElseThrow();
  }
}
