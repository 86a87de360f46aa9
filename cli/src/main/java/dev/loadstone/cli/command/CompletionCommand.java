package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.diagnostic.PrintableText;
import io.vavr.control.Try;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints a script that makes a shell complete this command. */
final class CompletionCommand implements Command {

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "Prints a script that makes bash or zsh complete loadstone.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("bash|zsh")
            .type(String.class)
            .converters(Choices.SHELLS)
            .completionCandidates(Choices.SHELLS.words())
            .arity("1")
            .required(true)
            .description("The shell.")
            .build());
    spec.usageMessage()
        .customSynopsis("loadstone completion bash|zsh")
        .footer(
            "",
            "Put into ~/.bashrc:  source <(loadstone completion bash)",
            "Put into ~/.zshrc:   source <(loadstone completion zsh)");
  }

  /** One script serves both shells: it finds out which of them reads it. */
  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    out.print(
        PrintableText.lines(AutoComplete.bash(Product.NAME, new CommandLine(CommandTree.spec()))));
    return Try.success(null);
  }
}
