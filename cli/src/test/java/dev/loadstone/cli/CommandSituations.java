package dev.loadstone.cli;

import static dev.loadstone.cli.Situation.command;

import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporting;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** What goes wrong with the command line. */
final class CommandSituations {

  private CommandSituations() {}

  static List<Situation> all() {
    return List.of(
        command("nothing to do"),
        command("no such command", "chek"),
        command("option before the command", "--verbose"),
        command("unknown option", "run", "--loud", "Report.java"),
        command("no file", "check"),
        command("no output", "compile", "Report.java"),
        command("no artifact", "load"),
        command("unknown choice", "check", "--warnings", "maybe", "Report.java"),
        command("unsupported release", "check", "--release", "7", "Report.java"),
        command("class path entry missing", "check", "--class-path", "lib/host.jar", "Report.java"),
        new Situation(
            "class path entry broken",
            work -> {
              work.source("Report.java", Workshop.REPORT);
              return work.command("check", "--class-path", "@Report.java", "@Report.java");
            }),
        command("class path folder missing", "check", "--class-path", "lib/*", "Report.java"),
        command("allowed package wrong", "check", "--allow-package", "com.acme.*", "Report.java"),
        command("contract unknown", "check", "--contract", "acme.Rule", "Report.java"),
        command(
            "contract with too many type arguments",
            "check",
            "--contract",
            "java.util.function.Supplier<java.lang.String, java.lang.String>",
            "Report.java"),
        command(
            "contract that is no type",
            "check",
            "--contract",
            "java.util.function.Supplier<java.lang.String",
            "Report.java"),
        command("report beside an answer", "deps", "--report", "-", "Report.java"),
        command("report over a source", "check", "--report", "Report.java"),
        new Situation(
            "folder without sources",
            work -> {
              Files.createDirectory(work.path("rules"));
              return work.command("check", "--each", "@rules");
            }),
        new Situation(
            "file that nothing uses",
            work -> {
              work.source("Sale.java", "public class Sale {}\n");
              work.source(
                  "Report.java",
                  "public class Report {\n  public static void main(String[] args) {}\n}\n");
              return work.command("check", "@Sale.java", "@Report.java");
            }),
        new Situation(
            "path that fits on no line",
            work -> {
              work.source("two\nlines/Report.java", "public class Report {}\n");
              return work.command("deps", "@two\nlines/Report.java");
            }),
        command("contract unfit", "check", "--contract", "java.lang.ProcessImpl", "Report.java"),
        command(
            "arguments with a contract",
            "run",
            "--contract",
            "java.lang.Runnable",
            "A.java",
            "--",
            "x"),
        new Situation(
            "argument taken for a file",
            work -> {
              work.source("Report.java", Workshop.REPORT);
              return work.command("run", "@Report.java", "quick");
            }),
        new Situation(
            "internal error", workshop -> bug(new IllegalStateException("no such state"))));
  }

  private static Shown bug(Throwable thrown) {
    StringBuilder said = new StringBuilder();
    Output output = new Output(said::append);
    new Reporting(output, output, "loadstone", Reporting.Verbosity.NORMAL).text().bug(thrown);
    return new Shown(said.toString(), ExitCode.BUG, Set.of());
  }
}
