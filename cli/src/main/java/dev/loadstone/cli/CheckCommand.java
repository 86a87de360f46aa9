package dev.loadstone.cli;

import dev.loadstone.Loadstone;
import io.vavr.control.Try;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;

/** Compiles a plugin, and says nothing when all is well. */
final class CheckCommand implements Command {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Compiles a plugin and runs nothing of it; silent when all is well.";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addAll(spec);
    Parameters.addSources(spec);
    Options.addExecute(spec);
    spec.usageMessage().customSynopsis("loadstone check [OPTION...] FILE...");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, PrintStream out) {
    try (Session session = Session.withCache(arguments, reporter)) {
      return check(session.demand(out), arguments, session.loadstone());
    }
  }

  static <T> Try<Void> check(Demand<T> demand, Arguments arguments, Loadstone loadstone) {
    return SourceFiles.of(arguments, loadstone)
        .flatMap(
            files ->
                arguments.has(Options.EXECUTE)
                    ? RunCommand.run(demand, files)
                    : Session.await(demand.loader().check(files)));
  }
}
