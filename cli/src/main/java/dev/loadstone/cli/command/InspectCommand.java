package dev.loadstone.cli.command;

import dev.loadstone.Loadstone;
import dev.loadstone.cli.report.DifferencesJson;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.ProvenanceJson;
import dev.loadstone.cli.report.ProvenanceText;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.ContextMismatch;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the provenance of an artifact, or whether it would load here. */
final class InspectCommand implements Command {

  private static final List<String> OF_COMPARISON =
      List.of(Options.CLASS_PATH, Options.ALLOW_PACKAGE, Options.CONTEXT);

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
    spec.addOption(
        Options.flag(
            Options.AGAINST,
            "Say instead whether the artifact would load with this Java runtime and class path, and"
                + " why not."));
    Options.addClassPath(spec);
    Options.addAllowPackage(spec);
    Options.addContext(spec);
    Options.addReporting(spec);
    Parameters.addArtifact(spec);
    spec.usageMessage().customSynopsis("loadstone inspect [OPTION...] ARTIFACT");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    Choices.Format format =
        arguments.value(Options.FORMAT, Choices.Format.class).getOrElse(Choices.Format.TEXT);
    if (!arguments.has(Options.AGAINST)) {
      OF_COMPARISON.stream().filter(arguments::has).findFirst().ifPresent(InspectCommand::refuse);
    }
    try (Session session = Session.open(arguments, reporter)) {
      return arguments.has(Options.AGAINST)
          ? compare(session.loadstone(), arguments.file(), format, out)
          : print(session.loadstone(), arguments.file(), format, out);
    }
  }

  private static void refuse(String option) {
    throw new UsageException(
        option + " says what to compare with, and needs " + Options.AGAINST + " beside it");
  }

  private static Try<Void> compare(
      Loadstone loadstone, Path artifact, Choices.Format format, Output out) {
    return Session.await(loadstone.differences(artifact))
        .peek(differences -> answer(artifact, differences, format, out))
        .flatMap(
            differences ->
                Difference.reasonsToRefuse(differences).isEmpty()
                    ? Try.success(null)
                    : Try.failure(
                        new ContextMismatch(
                            artifact.toString(), Difference.reasonsToRefuse(differences))));
  }

  private static void answer(
      Path artifact, List<Difference> differences, Choices.Format format, Output out) {
    if (format == Choices.Format.JSON) {
      out.print(DifferencesJson.of(differences));
    } else if (Difference.reasonsToRefuse(differences).isEmpty()) {
      out.print(PrintableText.of("%s: fits this context, and would be loaded", artifact));
      differences.forEach(difference -> out.print(PrintableText.of("  %s", difference)));
    }
  }

  private static Try<Void> print(
      Loadstone loadstone, Path artifact, Choices.Format format, Output out) {
    return Session.await(loadstone.inspect(artifact))
        .map(
            provenance -> {
              switch (format) {
                case TEXT -> out.print(ProvenanceText.of(provenance));
                case JSON -> out.print(ProvenanceJson.of(provenance));
              }
              return null;
            });
  }
}
