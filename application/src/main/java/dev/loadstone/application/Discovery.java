package dev.loadstone.application;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One search for the files that a main file needs. Reads and parses each file once; goes on after
 * an error, to report the one that counts.
 */
final class Discovery {

  private final SourceReader reader;
  private final SourceParser parser;
  private final CompilerSettings settings;
  private final HostTypes host;
  private final SourceTree tree;
  private final FoundFiles found = new FoundFiles();
  private final SearchErrors errors = new SearchErrors();
  private final Map<String, Boolean> known = new HashMap<>();

  Discovery(
      SourceReader reader,
      SourceParser parser,
      CompilerSettings settings,
      HostTypes host,
      SourceTree tree) {
    this.reader = reader;
    this.parser = parser;
    this.settings = settings;
    this.host = host;
    this.tree = tree;
  }

  /**
   * Searches.
   *
   * @param source the main file
   * @param parsed what it declares and needs
   * @return the files, needed ones first, the main one last; or the error that counts
   */
  Try<List<Path>> run(SourceFile source, ParsedSource parsed) {
    FoundFile main = new FoundFile(tree.main(), source, parsed);
    found.add(main);
    main.types().forEach(type -> known.put(type, true));
    Map<String, Set<String>> tried = new HashMap<>();
    for (int next = 0; next < found.all().size(); next++) {
      FoundFile file = found.all().get(next);
      tried.put(
          file.source().path(), NameResolution.resolve(file.parsed(), type -> exists(type, file)));
    }
    found.duplicates().forEach(errors::add);
    Option<Throwable> error = errors.first();
    return error.isDefined() ? Try.failure(error.get()) : Try.success(found.neededFirst(tried));
  }

  private boolean exists(String type, FoundFile neededBy) {
    return known.computeIfAbsent(type, unknown -> look(unknown, neededBy));
  }

  private boolean look(String type, FoundFile neededBy) {
    return host.has(type).fold(this::failed, isHosts -> isHosts || lookForFile(type, neededBy));
  }

  private boolean lookForFile(String type, FoundFile neededBy) {
    return Tries.traverse(tree.places(type), this::read)
        .map(files -> files.stream().flatMap(Option::toJavaStream).toList())
        .fold(this::failed, files -> !files.isEmpty() && add(type, files, neededBy));
  }

  private Try<Option<FoundFile.Unparsed>> read(SourceTree.Place place) {
    return reader
        .readIfPresent(place.folder(), place.name())
        .map(file -> file.map(source -> new FoundFile.Unparsed(place, source)));
  }

  private boolean add(String type, List<FoundFile.Unparsed> files, FoundFile neededBy) {
    FoundFile.Unparsed file = files.get(0);
    if (files.stream().anyMatch(other -> !other.hasTextOf(file))) {
      return failed(SearchErrors.ambiguous(type, files, neededBy));
    }
    return parsed(file)
        .filter(
            parsed -> parsed.types().contains(type),
            parsed -> SearchErrors.misplaced(type, parsed, neededBy))
        .fold(
            this::failed,
            parsed -> {
              found.add(parsed);
              return true;
            });
  }

  /** One file under two names, or a copy, is parsed and found once. */
  private Try<FoundFile> parsed(FoundFile.Unparsed file) {
    return found
        .withTextOf(file)
        .map(FoundFile::parsed)
        .map(Try::success)
        .getOrElse(() -> parser.parse(file.source(), settings))
        .map(file::with);
  }

  /** What cannot be read or understood exists all the same. */
  private boolean failed(Throwable error) {
    errors.add(error);
    return true;
  }
}
