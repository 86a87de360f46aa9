package dev.loadstone.cli.command;

import dev.loadstone.Loadstone;
import dev.loadstone.Plugin;
import dev.loadstone.cli.report.CacheText;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.cli.report.Table;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what matters when something does not work, and tries the whole way of a plugin. */
final class DoctorCommand implements Command {

  private static final SourceSet PROBE =
      SourceSet.of(
          SourceFile.of(
              "Probe.java",
              """
              public final class Probe implements java.util.function.Supplier<String> {
                public String get() {
                  return "works";
                }
              }
              """));

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String summary() {
    return "Prints what matters when something does not work.";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.addHost(spec);
    Options.addCompiler(spec);
    Options.addReporting(spec);
    spec.usageMessage().customSynopsis("loadstone doctor [OPTION...]");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    ClassPath classPath =
        ClassPath.parse(arguments.value(Options.CLASS_PATH, String.class).getOrElse(""));
    try (Session session = Session.open(arguments, reporter)) {
      AllowedPackages allowed = allowed(arguments);
      Try<Provenance> probe = probe(session.loadstone());
      out.print(
          new Table()
              .row("version", Product.nameAndVersion())
              .row(
                  "library build",
                  session
                      .loadstone()
                      .libraryBuild()
                      .map(Digest::toString)
                      .getOrElseGet(unknown -> "unknown: " + unknown.getMessage()))
              .row("Java", Runtime.version() + ", " + System.getProperty("java.vendor", ""))
              .row("Java home", System.getProperty("java.home", ""))
              .row(
                  "compiler",
                  probe
                      .map(provenance -> provenance.context().compiler().toString())
                      .getOrElse("not usable, see the error message"))
              .row("class files", String.valueOf(session.loadstone().classFileSupport()))
              .row("cache", cache(arguments, reporter))
              .rows(
                  "class path",
                  classPath.entries().stream().map(entry -> entry(entry, allowed)).toList())
              .rows("host loaders", session.loadstone().hostLoaders())
              .row("host packages", allowed)
              .row("JDK packages", VisiblePackages.ofJdk())
              .row(
                  "plugins",
                  probe.isSuccess()
                      ? "one was compiled and run: all is well"
                      : "none can be run, see the error message")
              .text());
      return probe.map(provenance -> null);
    }
  }

  /**
   * Says where the cache is, or why there is none. That the library goes on without it is no
   * failure.
   */
  private static PrintableText cache(Arguments arguments, Reporter reporter) {
    if (arguments.has(Options.NO_CACHE)) {
      return PrintableText.line("none, as " + Options.NO_CACHE + " says");
    }
    if (CacheChoice.of(arguments).isEmpty()) {
      return PrintableText.line("none: " + CacheChoice.NO_FOLDER);
    }
    try (Session session = Session.withCache(arguments, reporter)) {
      return Session.await(session.loadstone().cache().report())
          .map(CacheText::summary)
          .recover(StoreFailed.class, failed -> PrintableText.of("none: %s", failed.getMessage()))
          .get();
    }
  }

  @SuppressWarnings("rawtypes")
  private static Try<Provenance> probe(Loadstone loadstone) {
    Try<Plugin<Supplier>> plugin =
        Session.await(loadstone.loader(Supplier.class).loadWithoutRunning(PROBE));
    return plugin.flatMap(linked -> linked.run().map(probe -> linked.provenance()));
  }

  private static AllowedPackages allowed(Arguments arguments) {
    return arguments.has(Options.ALLOW_PACKAGE)
        ? AllowedPackages.of(arguments.values(Options.ALLOW_PACKAGE))
        : AllowedPackages.everything();
  }

  private static String entry(Path entry, AllowedPackages allowed) {
    try {
      Set<String> packages = VisiblePackages.of(entry);
      long visible = packages.stream().filter(allowed::contains).count();
      return entry
          + " (packages: "
          + (visible == packages.size() ? "" : visible + " of ")
          + packages.size()
          + ")";
    } catch (IOException e) {
      return entry + " (cannot be read: " + e + ")";
    }
  }
}
