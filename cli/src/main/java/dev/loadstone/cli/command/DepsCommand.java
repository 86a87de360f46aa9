package dev.loadstone.cli.command;

import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.diagnostic.PrintableText;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
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
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    try (Session session = Session.open(arguments, reporter)) {
      Try<List<Path>> found = Session.await(session.loadstone().findDependencies(arguments.file()));
      if (found.isSuccess()) {
        List<PrintableText> lines = found.get().stream().map(DepsCommand::line).toList();
        out.print(PrintableText.join("\n", lines));
      }
      return found.map(files -> null);
    }
  }

  /** A line is a path for programs to read, so nothing in it can be shown instead. */
  private static PrintableText line(Path file) {
    PrintableText line = PrintableText.line(file.toString());
    if (!line.toString().equals(file.toString()) || file.toString().contains("\t")) {
      throw new UnnameablePath(
          line
              + ": its path has control characters, and deps prints one path per line. Rename the"
              + " file or the folder.");
    }
    return line;
  }
}
