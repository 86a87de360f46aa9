package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command line in the documentation does what the document says: a session for each. */
final class CommandLinesIT {

  @TempDir static Path temporary;

  @TestFactory
  Stream<DynamicContainer> document_commandLines_doWhatItSays() throws IOException {
    return Repository.markdown().stream()
        .filter(snippets -> snippets.stream().anyMatch(Snippet::isCommandLines))
        .map(CommandLinesIT::document);
  }

  @Test
  void documents_commandLines_areFound() throws IOException {
    assertThat(commands()).contains("./loadstone run examples/hello/Hello.java", "mvn verify");
  }

  /** A reason that is not needed any more would hide the next command that somebody adds. */
  @ParameterizedTest
  @EnumSource
  void notRun_documents_needIt(NotRun exception) throws IOException {
    assertThat(commands()).anyMatch(exception::covers);
  }

  private static Stream<String> commands() throws IOException {
    return Repository.markdown().stream()
        .flatMap(List::stream)
        .filter(Snippet::isCommandLines)
        .flatMap(snippet -> CommandLine.of(snippet).stream())
        .map(each -> each.command().replaceFirst("\\s+#.*", ""));
  }

  private static DynamicContainer document(List<Snippet> snippets) {
    return DynamicContainer.dynamicContainer(
        snippets.get(0).document(),
        Stream.of(snippets)
            .flatMap(
                all -> {
                  Path folder = newFolder();
                  return all.stream()
                      .filter(each -> each.isFile() || each.isCommandLines())
                      .map(
                          each ->
                              DynamicTest.dynamicTest(each.toString(), () -> check(each, folder)));
                }));
  }

  private static void check(Snippet snippet, Path folder) throws Exception {
    Workspace workspace =
        Files.exists(folder.resolve("rules")) ? new Workspace(folder) : Workspace.in(folder);
    if (snippet.isFile()) {
      workspace.write(snippet.key("file").orElseThrow(), snippet.text());
      return;
    }
    Shell shell = new Shell(workspace, temporary);
    int exit = Integer.parseInt(snippet.key("exit").orElse("0"));
    for (Iterator<CommandLine> rest = CommandLine.of(snippet).iterator(); rest.hasNext(); ) {
      CommandLine line = rest.next();
      if (!NotRun.anyCovers(line.command())) {
        check(shell.run(line.command()), line, rest.hasNext() ? 0 : exit);
      }
    }
  }

  private static void check(Shell.Result result, CommandLine line, int exit) {
    assertThat(result.exitCode()).as("%s%n%s", line.command(), result.output()).isEqualTo(exit);
    line.output()
        .ifPresent(
            shown -> assertThat(result.output()).as(line.command()).matches(Shown.pattern(shown)));
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(temporary, "document");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
