package dev.loadstone.application;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One search for the files that a main file needs. Reads and parses each file once; goes on after a
 * fault, to tell about the one that counts.
 */
final class Discovery {

  private final SourceReader reader;
  private final SourceParser parser;
  private final CompilerSettings settings;
  private final HostTypes host;
  private final SourceTree tree;
  private final FoundFiles found = new FoundFiles();
  private final Faults faults = new Faults();
  private final Map<String, Presence> presences = new HashMap<>();

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
   * @return the files, needed ones first, the main one last; or the fault that counts
   */
  Try<List<Path>> run(SourceFile source, ParsedSource parsed) {
    FoundFile main = new FoundFile(tree.main(), source, parsed);
    found.add(main);
    main.types().forEach(type -> presences.put(type, Presence.FILE));
    Map<String, Set<String>> tried = new HashMap<>();
    for (int next = 0; next < found.all().size(); next++) {
      FoundFile file = found.all().get(next);
      tried.put(
          file.source().path(),
          NameResolution.resolve(file.parsed(), type -> presence(type, file)));
    }
    found.duplicates().forEach(faults::add);
    return faults
        .first()
        .<Try<List<Path>>>map(Try::failure)
        .getOrElse(() -> Try.success(found.neededFirst(tried)));
  }

  private Presence presence(String type, FoundFile neededBy) {
    Presence known = presences.get(type);
    if (known == null) {
      known = look(type, neededBy);
      presences.put(type, known);
    }
    return known;
  }

  private Presence look(String type, FoundFile neededBy) {
    Try<Boolean> isHosts = host.has(type);
    if (isHosts.isFailure()) {
      return faulty(isHosts.getCause());
    }
    if (isHosts.get()) {
      return Presence.HOST;
    }
    List<FoundFile.Unparsed> files = new ArrayList<>();
    for (SourceTree.Place place : tree.places(type)) {
      Try<Option<SourceFile>> read = reader.readIfPresent(place.folder(), place.name());
      if (read.isFailure()) {
        return faulty(read.getCause());
      }
      read.get().forEach(source -> files.add(new FoundFile.Unparsed(place, source)));
    }
    return files.isEmpty() ? Presence.ABSENT : look(type, files, neededBy);
  }

  private Presence look(String type, List<FoundFile.Unparsed> files, FoundFile neededBy) {
    FoundFile.Unparsed file = files.get(0);
    boolean isAmbiguous = files.stream().anyMatch(other -> !other.hasTextOf(file));
    Option<InvalidSources> ambiguity =
        Option.when(isAmbiguous, () -> Misplacement.ambiguous(type, files, neededBy));
    Try<FoundFile> parsed =
        ambiguity
            .<Try<FoundFile>>map(Try::failure)
            .getOrElse(() -> parsed(file))
            .flatMap(whole -> Misplacement.check(type, whole, neededBy));
    return parsed.map(this::added).getOrElseGet(this::faulty);
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

  private Presence added(FoundFile file) {
    found.add(file);
    return Presence.FILE;
  }

  /** What cannot be read or understood is there all the same. */
  private Presence faulty(Throwable fault) {
    faults.add(fault);
    return Presence.FILE;
  }
}
