package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Compiles and runs a plugin, on the calling thread. */
final class RunCommand implements Command {

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "Compiles and runs a plugin.";
  }

  @Override
  public Tail tail() {
    return Tail.FOR_PLUGIN;
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addAll(spec);
    Parameters.addSources(spec);
    spec.usageMessage().customSynopsis("loadstone run [OPTION...] FILE... [-- ARG...]");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    try (Session session = Session.withCache(arguments, reporter)) {
      Demand<?> demand = session.demand(out);
      return NamedSources.of(arguments, session.loadstone()).flatMap(files -> run(demand, files));
    }
  }

  static <T> Try<Void> run(Demand<T> demand, List<Path> files) {
    String main = files.get(files.size() - 1).toString();
    return Session.await(demand.loader().loadWithoutRunning(files))
        .flatMap(plugin -> plugin.run())
        .flatMap(value -> demand.use(value, main));
  }
}
