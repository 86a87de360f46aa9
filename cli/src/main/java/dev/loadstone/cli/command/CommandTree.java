package dev.loadstone.cli.command;

import dev.loadstone.cli.report.ExitCode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * All commands as one, for what describes the whole: the completion of shells and the manual. A
 * start does not build it.
 */
final class CommandTree {

  private CommandTree() {}

  static CommandSpec spec() {
    CommandSpec root = CommandSpec.create().name(Product.NAME);
    root.usageMessage()
        .description(Grammar.SUMMARY)
        .exitCodeListHeading("Exit status%n")
        .exitCodeList(ExitCode.meanings());
    Options.addHelp(root);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .type(boolean.class)
            .arity("0")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    root.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("0..*")
            .description("A Java source file to run, and the arguments of the plugin.")
            .build());
    Commands.all().forEach(command -> root.addSubcommand(command.name(), Grammar.spec(command)));
    return root;
  }
}
