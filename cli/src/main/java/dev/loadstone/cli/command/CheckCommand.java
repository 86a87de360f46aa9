package dev.loadstone.cli.command;

import dev.loadstone.Loadstone;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.cli.report.SeveralFailures;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Compiles a plugin, and says nothing when all is well. */
final class CheckCommand implements Command {

  /** The code of the warning about a file that nothing uses, which {@code --except} takes. */
  private static final String UNUSED_FILE = "loadstone.warn.unused.file";

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Compiles a plugin and runs nothing of it; silent when all is well.";
  }

  @Override
  public boolean leavesOutputFree(List<String> words) {
    return !words.contains(Options.EXECUTE);
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addAll(spec);
    describeWork(spec);
    spec.usageMessage()
        .customSynopsis(
            "loadstone check [OPTION...] FILE...",
            "loadstone check --each [OPTION...] FILE|FOLDER...");
  }

  /** Adds what does not depend on how the library is set up. */
  static void describeWork(CommandSpec spec) {
    Parameters.addSources(spec);
    Options.addExecute(spec);
    spec.addOption(
        Options.flag(
            Options.EACH,
            "Check each file as a plugin of its own, and of a folder each Java source file below it."));
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    try (Session session = Session.withCacheAndLimit(arguments, reporter)) {
      return check(session.demand(out), arguments, session.loadstone(), reporter);
    }
  }

  static <T> Try<Void> check(
      Demand<T> demand, Arguments arguments, Loadstone loadstone, Reporter reporter) {
    if (!arguments.has(Options.EACH)) {
      return NamedSources.of(arguments.files(), arguments, loadstone)
          .flatMap(files -> check(demand, files, arguments))
          .peek(checked -> tellUnused(arguments, loadstone, reporter));
    }
    List<Throwable> failures = new ArrayList<>();
    for (Path file : NamedSources.each(arguments.files())) {
      NamedSources.of(List.of(file), arguments, loadstone)
          .flatMap(files -> check(demand, files, arguments))
          .onFailure(failures::add);
    }
    return failures.isEmpty() ? Try.success(null) : Try.failure(new SeveralFailures(failures));
  }

  private static <T> Try<Void> check(Demand<T> demand, List<Path> files, Arguments arguments) {
    return arguments.has(Options.EXECUTE)
        ? RunCommand.run(demand, files)
        : Session.await(demand.loader().check(files));
  }

  /** Who names several plugins may believe that each is judged. */
  private static void tellUnused(Arguments arguments, Loadstone loadstone, Reporter reporter) {
    boolean isExcepted = arguments.values(Options.EXCEPT).contains(UNUSED_FILE);
    if (arguments.files().size() > 1 && !isExcepted) {
      Session.await(loadstone.findUnused(arguments.files()))
          .forEach(files -> reporter.warnings(files.stream().map(CheckCommand::unused).toList()));
    }
  }

  private static Diagnostic unused(Path file) {
    return new Diagnostic(
        Severity.WARNING,
        UNUSED_FILE,
        "no other file uses it, and only the last one was judged as a plugin; "
            + Options.EACH
            + " judges each by itself",
        file.toString(),
        Diagnostic.NO_POSITION,
        Diagnostic.NO_POSITION,
        "",
        "");
  }
}
