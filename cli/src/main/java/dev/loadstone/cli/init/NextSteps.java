package dev.loadstone.cli.init;

import dev.loadstone.cli.report.Table;
import dev.loadstone.domain.diagnostic.PrintableText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what there is now, and what to do next, in commands that work where the user is. */
final class NextSteps {

  /** Says how the command was started, where a script started it. */
  private static final String COMMAND = "loadstone.command";

  private NextSteps() {}

  static PrintableText of(PluginProject project, List<String> options) {
    Path folder = project.folder();
    Path pom = folder.resolve("pom.xml");
    Path example = folder.resolve(project.examplePath());
    return PrintableText.of(
        "Made:\n%s\n\nNext:\n  %s\n  %s\n  mvn -q -f %s compile",
        new Table()
            .row("  " + pom, "what the IDE opens, as a Maven project")
            .row("  " + example, "a plugin to begin with")
            .row("  " + folder.resolve(".gitignore"), "what Maven makes, for Git to leave alone")
            .text(),
        loadstone("check", options, example),
        loadstone("run", options, example),
        ShellWord.of(pom));
  }

  private static String loadstone(String command, List<String> options, Path example) {
    List<String> words = new ArrayList<>(List.of(System.getProperty(COMMAND, "loadstone")));
    words.add(command);
    words.addAll(options);
    return words.stream().map(ShellWord::of).collect(Collectors.joining(" "))
        + " "
        + ShellWord.of(example);
  }
}
