package dev.loadstone.application;

import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.source.SourceRules;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files that one search has found, the main one first. */
final class FoundFiles {

  private final List<FoundFile> files = new ArrayList<>();
  private final Map<String, FoundFile> byText = new HashMap<>();

  /** Adds a file, unless one with its text is there. */
  void add(FoundFile file) {
    if (byText.putIfAbsent(file.source().text(), file) == null) {
      files.add(file);
    }
  }

  /** Returns the files in the order in which they were added, which goes on growing. */
  List<FoundFile> all() {
    return files;
  }

  Option<FoundFile> withTextOf(FoundFile.Unparsed file) {
    return Option.of(byText.get(file.source().text()));
  }

  /** Returns the error about types that several files declare, where there are any. */
  Option<InvalidSources> duplicates() {
    NavigableSet<String> declared = new TreeSet<>();
    NavigableSet<String> twice = new TreeSet<>();
    files.forEach(
        file ->
            Set.copyOf(file.types()).stream()
                .filter(type -> !declared.add(type))
                .forEach(twice::add));
    List<String> paths =
        sorted().stream()
            .filter(file -> file.types().stream().anyMatch(twice::contains))
            .map(file -> file.place().path().toString())
            .toList();
    return Option.when(!twice.isEmpty(), () -> SourceRules.duplicateTypes(paths, twice));
  }

  /**
   * Sorts the files: what is needed first, then by path, the main one last.
   *
   * @param tried the types that each file may need, by the path of its source
   */
  List<Path> neededFirst(Map<String, Set<String>> tried) {
    List<FoundFile> sorted = sorted();
    Map<String, Integer> declaring = new HashMap<>();
    IntStream.range(0, sorted.size())
        .forEach(i -> sorted.get(i).types().forEach(type -> declaring.put(type, i)));
    List<List<Integer>> needs =
        sorted.stream()
            .map(file -> tried.getOrDefault(file.source().path(), Set.of()))
            .map(types -> types.stream().filter(declaring::containsKey).map(declaring::get))
            .map(numbers -> numbers.distinct().toList())
            .toList();
    String main = files.get(0).place().order();
    return Stream.concat(
            NeededFirst.sort(needs).stream()
                .map(sorted::get)
                .filter(file -> !file.place().order().equals(main)),
            Stream.of(files.get(0)))
        .map(file -> file.place().path())
        .toList();
  }

  private List<FoundFile> sorted() {
    return files.stream().sorted(Comparator.comparing(file -> file.place().order())).toList();
  }
}
