package dev.loadstone.cli;

import dev.loadstone.Loadstone;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a command line means: those that it names, or what the one that it names needs.
 */
final class SourceFiles {

  private SourceFiles() {}

  static Try<List<Path>> of(Arguments arguments, Loadstone loadstone) {
    return of(arguments.files(), arguments, loadstone);
  }

  /** Returns the files of the plugin for which these are named. */
  static Try<List<Path>> of(List<Path> named, Arguments arguments, Loadstone loadstone) {
    return arguments.has(Options.DEPS)
        ? Session.await(loadstone.findDependencies(named.get(0)))
        : Try.success(named);
  }
}
