package dev.loadstone.cli;

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

  static PrintableText of(Path folder, PluginProject project, Arguments arguments) {
    Path pom = folder.resolve("pom.xml");
    Path example = folder.resolve(project.examplePath());
    return PrintableText.of(
        "Made:\n%s\n\nNext:\n  %s\n  %s\n  mvn -q -f %s compile",
        new Table()
            .row("  " + pom, "what the IDE opens, as a Maven project")
            .row("  " + example, "a plugin to begin with")
            .row("  " + folder.resolve(".gitignore"), "what Maven makes, for Git to leave alone")
            .text(),
        loadstone("check", arguments, example),
        loadstone("run", arguments, example),
        ShellWord.of(pom));
  }

  private static String loadstone(String command, Arguments arguments, Path example) {
    List<String> words = new ArrayList<>(List.of(System.getProperty(COMMAND, Product.NAME)));
    words.add(command);
    for (String option : List.of(Options.CONTRACT, Options.CLASS_PATH)) {
      arguments.value(option, String.class).forEach(value -> words.addAll(List.of(option, value)));
    }
    return words.stream().map(ShellWord::of).collect(Collectors.joining(" "))
        + " "
        + ShellWord.of(example);
  }
}
