package dev.loadstone.application;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceRules;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Finds the files that a main file needs, by parsing; compiles and runs nothing, and writes
 * nothing.
 *
 * <p>A type of a package is looked for in the file of its name in the package's folder, below the
 * source root: the main file's folder minus its package's path when the folder ends so. Else the
 * root is that folder alone, and it stands for the main file's package, too. Symbolic links are
 * followed, but the root is found by the path as it was given. The host's types and the JDK's are
 * not looked for; a {@code package-info.java} is not found, as no name leads to it; and a name that
 * means nothing is left to the compiler.
 */
public final class FindDependencies {

  private final SourceReader reader;
  private final SourceParser parser;
  private final HostView host;
  private final CallObserver observer;

  /**
   * Makes the use case.
   *
   * @param reader reads sources
   * @param parser parses them
   * @param host the host's classes
   * @param observer is told of each search that succeeds
   */
  public FindDependencies(
      SourceReader reader, SourceParser parser, HostView host, CallObserver observer) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.parser = Objects.requireNonNull(parser, "parser");
    this.host = Objects.requireNonNull(host, "host");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  /**
   * Finds the files that a main file needs, transitively.
   *
   * @param mainFile the main file
   * @param settings how they are to be compiled
   * @return the files: what is needed before what needs it, of several that could come next the one
   *     with the smallest path below the root, files that need each other together by path, and the
   *     main file last; each path in the form of the main file's, absolute where a relative one is
   *     too short to express the root. Or, about the main file and those found, the first that
   *     applies: {@link dev.loadstone.domain.error.SourceNotFound}; {@link
   *     dev.loadstone.domain.error.InvalidSources}, also for a file that does not declare the type
   *     whose place it has, for two files where one type may be, and for a type that two files
   *     declare; an error of the parser, with the diagnostics of every file
   */
  public Try<List<Path>> find(Path mainFile, CompilerSettings settings) {
    return reader
        .read(List.of(mainFile))
        .flatMap(SourceRules::check)
        .map(SourceSet::mainFile)
        .flatMap(source -> find(mainFile, source, settings))
        .onSuccess(files -> tell(mainFile, files));
  }

  private Try<List<Path>> find(Path mainFile, SourceFile source, CompilerSettings settings) {
    return parser
        .parse(source, settings)
        .flatMap(
            parsed ->
                new Discovery(
                        reader,
                        parser,
                        settings,
                        new HostTypes(host.snapshot()),
                        SourceTree.of(mainFile, parsed.outline()))
                    .run(source, parsed));
  }

  private void tell(Path mainFile, List<Path> files) {
    observer.tell(
        new Event.DependenciesFound(
            mainFile.toString(), files.stream().map(Path::toString).toList()));
  }
}
