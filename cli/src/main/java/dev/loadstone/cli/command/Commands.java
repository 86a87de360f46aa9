package dev.loadstone.cli.command;

import io.vavr.control.Option;
import java.util.List;

/** The verbs, in the order in which the help shows them. */
final class Commands {

  private Commands() {}

  static List<Command> all() {
    return List.of(
        new RunCommand(),
        new CheckCommand(),
        new CompileCommand(),
        new LoadCommand(),
        new InspectCommand(),
        new DepsCommand(),
        new CacheCommand(),
        new DoctorCommand(),
        new InitCommand(),
        new CompletionCommand());
  }

  static Option<Command> named(String word) {
    return Option.ofOptional(
        all().stream().filter(command -> command.name().equals(word)).findFirst());
  }
}
