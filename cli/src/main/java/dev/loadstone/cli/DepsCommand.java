package dev.loadstone.cli;

import io.vavr.control.Try;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the files that a main file needs. */
final class DepsCommand implements Command {

  @Override
  public String name() {
    return "deps";
  }

  @Override
  public String summary() {
    return "Prints the files that a main file needs, a path per line, the main one last.";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addHost(spec);
    Options.addRelease(spec);
    Options.addReporting(spec);
    Parameters.addMainFile(spec);
    spec.usageMessage().customSynopsis("loadstone deps [OPTION...] MAIN");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, PrintStream out) {
    try (Session session = Session.open(arguments, reporter)) {
      return Session.await(session.loadstone().findDependencies(arguments.file()))
          .map(
              files -> {
                files.forEach(out::println);
                return null;
              });
    }
  }
}
