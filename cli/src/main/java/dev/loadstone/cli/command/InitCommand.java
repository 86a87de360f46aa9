package dev.loadstone.cli.command;

import dev.loadstone.PluginLoader;
import dev.loadstone.cli.init.ContractExample;
import dev.loadstone.cli.init.ExamplePlugin;
import dev.loadstone.cli.init.PluginProject;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.error.CompilationFailed;
import io.vavr.control.Try;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes a folder for plugins that an IDE opens, with a plugin to begin with. */
final class InitCommand implements Command {

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String summary() {
    return "Makes a folder for plugins that an IDE opens, with an example.";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addContract(spec);
    Options.addClassPath(spec);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("DIR")
            .type(Path.class)
            .converters(Options.WORD)
            .arity("1")
            .required(true)
            .description("The folder: a new one, or one that is empty.")
            .build());
    spec.usageMessage()
        .customSynopsis("loadstone init [OPTION...] DIR")
        .footer(
            "",
            "Writes a pom.xml for the IDE, an example and a .gitignore: all of them, or nothing when the",
            "folder is in use. With --contract the example is of that contract, and with --class-path the",
            "pom.xml names its JARs.");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    Path folder = arguments.file();
    ClassPath classPath =
        ClassPath.parse(arguments.value(Options.CLASS_PATH, String.class).getOrElse(""));
    for (Path classes : classPath.folders()) {
      reporter.caution(
          Reporter.Caution.OPTION,
          Options.CLASS_PATH
              + ": a pom.xml cannot name the folder "
              + classes
              + ", so the IDE will not find its classes. Use a JAR");
    }
    return example(arguments, reporter, out)
        .map(
            example ->
                new PluginProject(folder, Runtime.version().feature(), classPath.jars(), example))
        .flatMap(
            project ->
                project
                    .write()
                    .andThen(() -> out.print(project.nextSteps(optionsOfPlugins(arguments)))));
  }

  /** Returns the options that say what plugins are made for, as they were given. */
  private static List<String> optionsOfPlugins(Arguments arguments) {
    List<String> words = new ArrayList<>();
    for (String option : List.of(Options.CONTRACT, Options.CLASS_PATH)) {
      arguments.value(option, String.class).forEach(value -> words.addAll(List.of(option, value)));
    }
    return words;
  }

  private static Try<ExamplePlugin> example(Arguments arguments, Reporter reporter, Output out) {
    if (!arguments.has(Options.CONTRACT)) {
      return Try.success(ExamplePlugin.sideEffect());
    }
    try (Session session = Session.open(arguments, reporter)) {
      Type contract = session.contract().get();
      PluginLoader<?> loader = session.demand(out).loader();
      ExamplePlugin example = example(contract);
      Try<Void> checked = Session.await(loader.check(example.sources()));
      if (checked.isFailure() && checked.getCause() instanceof CompilationFailed failed) {
        throw refused(contract, failed.diagnostics().get(0).message());
      }
      return checked.map(nothing -> example);
    }
  }

  private static ExamplePlugin example(Type contract) {
    try {
      return ContractExample.of(contract);
    } catch (LinkageError | TypeNotPresentException e) {
      throw refused(contract, e + " (is " + Options.CLASS_PATH + " complete?)");
    }
  }

  private static UsageException refused(Type contract, String reason) {
    return new UsageException(
        Options.CONTRACT
            + ": no example can be written for "
            + contract.getTypeName()
            + ": "
            + reason
            + ". Leave the option out, and write the plugin by hand");
  }
}
