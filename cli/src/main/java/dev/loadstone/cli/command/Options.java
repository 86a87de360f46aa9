package dev.loadstone.cli.command;

import dev.loadstone.Warnings;
import dev.loadstone.domain.context.ContextPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options, each described once. Built by hand: reading annotations would take longer than all
 * the rest of a start.
 */
final class Options {

  static final String CONTRACT = "--contract";
  static final String CLASS_PATH = "--class-path";
  static final String ALLOW_PACKAGE = "--allow-package";
  static final String CONTEXT = "--context";
  static final String COMPILER = "--compiler";
  static final String CACHE_DIR = "--cache-dir";
  static final String NO_CACHE = "--no-cache";
  static final String SHARED_CACHE = "--shared-cache";
  static final String WARNINGS = "--warnings";
  static final String EXCEPT = "--except";
  static final String RELEASE = "--release";
  static final String PROCESSOR_PATH = "--processor-path";
  static final String PROCESSOR_OPTION = "-A";
  static final String VERBOSE = "-v";
  static final String FORMAT = "--format";
  static final String REPORT = "--report";
  static final String DEPS = "--deps";
  static final String EXECUTE = "--execute";
  static final String EACH = "--each";
  static final String AGAINST = "--against";
  static final String OUTPUT = "-o";
  static final String HELP = "--help";

  /** For what shells complete as a file, which the type tells them, and is read as it stands. */
  static final ITypeConverter<String> WORD = word -> word;

  private Options() {}

  /** Adds what commands have that compile. */
  static void addAll(CommandSpec spec) {
    addForArtifact(spec);
    addProcessors(spec);
  }

  /** Adds what the command has that loads what was compiled before. */
  static void addForArtifact(CommandSpec spec) {
    addContract(spec);
    addHost(spec);
    addContext(spec);
    spec.addOption(
        OptionSpec.builder(WARNINGS)
            .paramLabel("errors|report|ignore")
            .type(Warnings.class)
            .converters(Choices.WARNINGS)
            .completionCandidates(Choices.WARNINGS.words())
            .description("What becomes of the compiler's warnings (default: errors).")
            .build());
    spec.addOption(
        OptionSpec.builder(EXCEPT)
            .paramLabel("KEY")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(",")
            .description(
                "Lint keys, or codes of the compiler for warnings that have none, whose warnings are not shown.")
            .build());
    addRelease(spec);
    addReporting(spec);
  }

  private static void addProcessors(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(PROCESSOR_PATH)
            .paramLabel("PATH")
            .type(Path.class)
            .converters(WORD)
            .description(
                "JARs of annotation processors, which run when the plugin is compiled, and of what"
                    + " they need (default: none run).")
            .build());
    spec.addOption(
        OptionSpec.builder(PROCESSOR_OPTION)
            .paramLabel("KEY[=VALUE]")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("An option of the annotation processors, as for javac: -AKEY=VALUE.")
            .build());
  }

  static void addContext(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(CONTEXT)
            .paramLabel("exact|compatible")
            .type(ContextPolicy.class)
            .converters(Choices.CONTEXTS)
            .completionCandidates(Choices.CONTEXTS.words())
            .description(
                "Which differences between an artifact's context and this one are refused (default: exact).")
            .build());
    addCompiler(spec);
  }

  static void addCompiler(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(COMPILER)
            .paramLabel("ecj|javac")
            .type(Supplier.class)
            .converters(Choices.COMPILERS)
            .completionCandidates(Choices.COMPILERS.words())
            .description(
                "The compiler that makes artifacts, and made those that fit (default: javac, where"
                    + " this Java runtime has it).")
            .build());
  }

  static void addRelease(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(RELEASE)
            .paramLabel("N")
            .type(Integer.class)
            .description("The Java release to compile for (default: the running one).")
            .build());
  }

  static void addContract(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(CONTRACT)
            .paramLabel("TYPE")
            .type(String.class)
            .description(
                "What the plugin is made for: a class, type arguments by their full names too"
                    + " (default: its side effect).")
            .build());
  }

  /** Adds what says which classes exist for a plugin, and whether there is a cache, and where. */
  static void addHost(CommandSpec spec) {
    addClassPath(spec);
    addAllowPackage(spec);
    addCacheFolder(spec);
    spec.addOption(
        flag(NO_CACHE, "Compile the plugin even if that was done before, and keep nothing of it."));
  }

  static void addCacheFolder(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(CACHE_DIR)
            .paramLabel("DIR")
            .type(Path.class)
            .converters(WORD)
            .description(
                "Where compiled plugins are kept (default: a folder of the user's, which 'loadstone"
                    + " doctor' tells).")
            .build());
    spec.addOption(
        flag(
            SHARED_CACHE,
            "Use that folder even if others can write to it, or it is another user's: they decide what"
                + " is run here."));
  }

  static void addAllowPackage(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(ALLOW_PACKAGE)
            .paramLabel("PKG")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(",")
            .description(
                "Only these packages of the class path exist for the plugin: com.acme.api for that one,"
                    + " com.acme.spi.** for it and all below (default: all of them).")
            .build());
  }

  static void addClassPath(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(CLASS_PATH)
            .paramLabel("PATH")
            .type(Path.class)
            .converters(WORD)
            .description(
                "JARs and class folders that the plugin may use, beside the JDK. FOLDER/* is all JARs of a folder.")
            .build());
  }

  static void addReporting(CommandSpec spec) {
    spec.addOption(flag(VERBOSE, "Tell each step, and the stack trace of a bug of ours."));
    addFormat(spec);
  }

  static void addFormat(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(FORMAT)
            .paramLabel("text|json")
            .type(Choices.Format.class)
            .converters(Choices.FORMATS)
            .completionCandidates(Choices.FORMATS.words())
            .description(
                "How diagnostics, or an answer that has both forms, are written (default: text). As"
                    + " json, diagnostics are one array; nothing is written when there are none.")
            .build());
    spec.addOption(
        OptionSpec.builder(REPORT)
            .paramLabel("FILE")
            .type(Path.class)
            .converters(WORD)
            .description(
                "Write the diagnostics as one JSON array to this file instead, also when there are"
                    + " none; '-' is standard output, for check and compile.")
            .build());
  }

  static void addExecute(CommandSpec spec) {
    spec.addOption(flag(EXECUTE, "Run it too."));
  }

  static void addHelp(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", HELP)
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("Print this help.")
            .build());
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }
}
