package dev.loadstone.application;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.ParsedSource;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the files of a source set that its main file does not need, by parsing; compiles and runs
 * nothing.
 *
 * <p>A file counts as used when a file that is used mentions the simple name of one of its types,
 * whatever that means there. A file that declares no type is not looked at.
 */
public final class FindUnusedSources {

  private final SourceReader reader;
  private final SourceParser parser;

  /**
   * Makes the use case.
   *
   * @param reader reads sources
   * @param parser parses them
   */
  public FindUnusedSources(SourceReader reader, SourceParser parser) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.parser = Objects.requireNonNull(parser, "parser");
  }

  /**
   * Finds the files that no other needs.
   *
   * @param files the files, the main one last
   * @param settings how they are to be compiled
   * @return those that are not used, in their order; or an error of the reader or of the parser
   */
  public Try<List<Path>> find(List<Path> files, CompilerSettings settings) {
    return reader
        .read(files)
        .flatMap(sources -> Tries.traverse(sources.files(), file -> parser.parse(file, settings)))
        .map(FindUnusedSources::used)
        .map(
            used ->
                Stream.iterate(0, i -> i < files.size(), i -> i + 1)
                    .filter(i -> !used.contains(i))
                    .map(files::get)
                    .toList());
  }

  private static Set<Integer> used(List<ParsedSource> files) {
    Set<Integer> used = new HashSet<>();
    Deque<Integer> next = new ArrayDeque<>(List.of(files.size() - 1));
    while (!next.isEmpty()) {
      Integer file = next.remove();
      if (used.add(file)) {
        Set<String> mentioned = mentioned(files.get(file));
        for (int other = 0; other < files.size(); other++) {
          if (mentionsType(mentioned, files.get(other))) {
            next.add(other);
          }
        }
      }
    }
    return used;
  }

  private static Set<String> mentioned(ParsedSource file) {
    return Stream.concat(
            file.references().names().stream(),
            file.references().imports().stream().map(each -> each.name()))
        .flatMap(name -> Arrays.stream(name.split("\\.", -1)))
        .collect(Collectors.toSet());
  }

  private static boolean mentionsType(Set<String> mentioned, ParsedSource file) {
    return file.outline().types().isEmpty()
        || file.outline().types().stream().anyMatch(type -> mentioned.contains(type.simpleName()));
  }
}
