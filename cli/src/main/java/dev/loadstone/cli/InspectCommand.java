package dev.loadstone.cli;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.artifact.Provenance;
import io.vavr.control.Try;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the provenance of an artifact. */
final class InspectCommand implements Command {

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "Prints how, from what and against what an artifact was built; loads no class of it.";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addReporting(spec);
    Parameters.addArtifact(spec);
    spec.usageMessage().customSynopsis("loadstone inspect [OPTION...] ARTIFACT");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, PrintStream out) {
    Choices.Format format =
        arguments.value(Options.FORMAT, Choices.Format.class).getOrElse(Choices.Format.TEXT);
    try (Loadstone loadstone = Loadstone.create()) {
      return Session.await(loadstone.inspect(arguments.file()))
          .map(
              provenance -> {
                out.println(print(provenance, format));
                return null;
              });
    }
  }

  private static String print(Provenance provenance, Choices.Format format) {
    return switch (format) {
      case TEXT -> ProvenanceText.of(provenance);
      case JSON -> ProvenanceJson.of(provenance);
    };
  }
}
