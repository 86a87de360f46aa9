package dev.loadstone.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what there is now, and what to do next, in commands that work where the user is. */
final class NextSteps {

  /** Says how the command was started, where a script started it. */
  private static final String COMMAND = "loadstone.command";

  private NextSteps() {}

  static String of(Path folder, PluginProject project, Arguments arguments) {
    Path pom = folder.resolve("pom.xml");
    Path example = folder.resolve(project.examplePath());
    return String.join(
        System.lineSeparator(),
        "Made:",
        new Table()
            .row("  " + pom, "what the IDE opens, as a Maven project")
            .row("  " + example, "a plugin to begin with")
            .row("  " + folder.resolve(".gitignore"), "what Maven makes, for Git to leave alone")
            .text(),
        "",
        "Next:",
        "  " + loadstone("check", arguments, example),
        "  " + loadstone("run", arguments, example),
        "  mvn -q -f " + ShellWord.of(pom) + " compile");
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
