package dev.loadstone.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The parameters that are files. */
final class Parameters {

  private Parameters() {}

  static void addSources(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters(Options.WORD)
            .arity("1..*")
            .required(true)
            .description("Java source files, the main one last.")
            .build());
    spec.addOption(
        Options.flag(
            Options.DEPS, "Only the main file is given; find the files that it needs, too."));
  }

  static void addMainFile(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("MAIN")
            .type(Path.class)
            .converters(Options.WORD)
            .arity("1")
            .required(true)
            .description("The main Java source file.")
            .build());
  }

  static void addArtifact(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("ARTIFACT")
            .type(Path.class)
            .converters(Options.WORD)
            .arity("1")
            .required(true)
            .description("A file that 'loadstone compile' wrote.")
            .build());
  }
}
