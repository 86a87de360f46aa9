package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Compiles a plugin into an artifact. */
final class CompileCommand implements Command {

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String summary() {
    return "Compiles a plugin into an artifact and runs nothing of it.";
  }

  @Override
  public boolean leavesOutputFree(List<String> words) {
    return true;
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(Options.OUTPUT)
            .paramLabel("OUT")
            .type(Path.class)
            .converters(Options.WORD)
            .required(true)
            .description(
                "Where the artifact is written. An existing file is replaced, but only on success.")
            .build());
    Options.addAll(spec);
    Parameters.addSources(spec);
    spec.usageMessage().customSynopsis("loadstone compile -o OUT [OPTION...] FILE...");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    Option<String> place = arguments.value(Options.OUTPUT, String.class);
    // Once more, as only the parser knows all ways to write an option.
    ReportOption.requireOtherThan(place, arguments.value(Options.REPORT, String.class));
    Path output = Arguments.path(place.get());
    if (ClassPath.of(arguments).contains(output)) {
      return Try.failure(new StoreFailed(output, "is an entry of the class path", null));
    }
    try (Session session = Session.withCacheAndLimit(arguments, reporter)) {
      Demand<?> demand = session.demand(out);
      return NamedSources.of(arguments, session.loadstone())
          .flatMap(files -> Session.await(demand.loader().expert().compile(files, output)))
          .map(written -> null);
    }
  }
}
