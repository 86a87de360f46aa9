package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A plugin under {@code jdb}, which prints what it has to say, and waits for the next word. */
@Tag("thorough")
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
final class DebuggerIT {

  @TempDir private Path folder;

  @Test
  void breakpoint_inAPlugin_stopsThereAndShowsItsSourceAndVariables() throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("P.java"),
            """
            public class P implements acme.api.Task {
              public String work() {
                String done = "done " + Integer.parseInt("1");
                return done;
              }
            }
            """);
    List<Path> classPath = new ArrayList<>(Library.jars());
    classPath.add(Library.CLASSES);
    Process jdb =
        new ProcessBuilder(
                HostProcess.ownJdk().resolve("bin/jdb").toString(),
                "-sourcepath",
                folder.toString(),
                "-classpath",
                Library.classPath(classPath),
                "acme.host.FileProgram",
                source.toString())
            .redirectErrorStream(true)
            .start();

    try (Reader said = jdb.inputReader();
        Writer words = jdb.outputWriter()) {
      say("stop at P:4", words);
      until("after the class is loaded", said);
      say("run", words);
      String hit = until("main[1] ", said);
      say("print done", words);
      String variable = until("main[1] ", said);
      say("cont", words);
      String rest = until("exited", said);

      assertThat(hit).contains("Breakpoint hit", "P.work(), line=4", "return done;");
      assertThat(variable).contains("done = \"done 1\"");
      assertThat(rest).contains("done 1");
    } finally {
      jdb.destroyForcibly();
    }
  }

  private static void say(String word, Writer words) throws IOException {
    words.append(word).append('\n').flush();
  }

  /** Reads as far as what is expected, which must come. */
  private static String until(String end, Reader said) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int next = said.read();
      assertThat(next).as("%s", text).isNotNegative();
      text.append((char) next);
    }
    return text.toString();
  }
}
