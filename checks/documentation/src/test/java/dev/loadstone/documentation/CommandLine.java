package dev.loadstone.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line that a reader types.
 *
 * @param command what is typed, of several lines where all but the last end with a backslash
 * @param output what the document shows below, if it shows anything; {@code ...} is any lines, or
 *     any part of one
 */
record CommandLine(String command, Optional<String> output) {

  private static final String PROMPT = "$ ";

  /** Reads the command lines of a block, in their order. */
  static List<CommandLine> of(Snippet snippet) {
    return snippet.language().equals("console")
        ? ofConsole(snippet.text())
        : ofScript(snippet.text());
  }

  private static List<CommandLine> ofScript(String text) {
    List<CommandLine> commands = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    for (String line : text.lines().toList()) {
      command.append(line);
      if (line.endsWith("\\")) {
        command.append('\n');
      } else {
        String whole = command.toString().strip();
        command.setLength(0);
        if (!whole.isEmpty() && !whole.startsWith("#")) {
          commands.add(new CommandLine(whole, Optional.empty()));
        }
      }
    }
    return commands;
  }

  private static List<CommandLine> ofConsole(String text) {
    List<CommandLine> commands = new ArrayList<>();
    for (String part : text.split("(?m)^" + Pattern.quote(PROMPT), -1)) {
      if (commands.isEmpty() && part.isBlank()) {
        continue;
      }
      String[] lines = part.split("(?<!\\\\)\n", 2);
      commands.add(new CommandLine(lines[0], Optional.of(lines.length > 1 ? lines[1] : "")));
    }
    return commands;
  }
}
