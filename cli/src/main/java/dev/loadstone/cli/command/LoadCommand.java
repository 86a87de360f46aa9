package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import io.vavr.control.Try;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Loads and runs an artifact, on the calling thread. */
final class LoadCommand implements Command {

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String summary() {
    return "Loads and runs an artifact.";
  }

  @Override
  public Tail tail() {
    return Tail.FOR_PLUGIN;
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addForArtifact(spec);
    Parameters.addArtifact(spec);
    spec.usageMessage().customSynopsis("loadstone load [OPTION...] ARTIFACT [-- ARG...]");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    try (Session session = Session.open(arguments, reporter)) {
      return load(session.demand(out), arguments.file());
    }
  }

  private static <T> Try<Void> load(Demand<T> demand, Path artifact) {
    return demand
        .loader()
        .expert()
        .blockingLoadArtifact(artifact)
        .flatMap(value -> demand.use(value, artifact.toString()));
  }
}
