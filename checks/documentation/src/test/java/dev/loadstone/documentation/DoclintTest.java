package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Javadoc of all modules is well-formed; {@link FirstSentenceTest} sees to it that there is
 * one. One run of the tool for all modules, because each takes seconds to start. {@code javac
 * -Xdoclint} would also judge what Dagger generates.
 */
@EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "newer releases ask for more")
final class DoclintTest {

  @TempDir Path pages;

  @Test
  void sources_ofAllModules_passDoclint() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-quiet", "-Xdoclint:all,-missing", "-Werror", "-encoding", "UTF-8"));
    // Fewer pages to write.
    arguments.addAll(List.of("-nohelp", "-noindex", "-notree", "-d", pages.toString()));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    Repository.mainSources().map(Path::toString).forEach(arguments::add);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);

    int exit =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));

    out.flush();
    assertThat(exit).as(said.toString()).isZero();
  }
}
