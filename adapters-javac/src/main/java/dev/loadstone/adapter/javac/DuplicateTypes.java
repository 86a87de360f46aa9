package dev.loadstone.adapter.javac;

import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.source.SourceRules;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out that all that javac has against a source set is that files define the same types. */
final class DuplicateTypes {

  private static final String DUPLICATE = "compiler.err.duplicate.class";

  private DuplicateTypes() {}

  /**
   * Judges the compiler's errors.
   *
   * @param errors how many errors of each code javac has told
   * @param files the files
   * @return the error, where there is nothing else wrong
   */
  static Option<InvalidSources> judge(Map<String, Integer> errors, List<ParsedFile> files) {
    Map<String, List<ParsedFile>> definitions = definitions(files);
    definitions.values().removeIf(each -> each.size() == 1);
    int expected = definitions.values().stream().mapToInt(each -> each.size() - 1).sum();
    boolean nothingElse =
        expected > 0
            && errors.equals(Map.of(DUPLICATE, expected))
            && definitions.values().stream().allMatch(DuplicateTypes::inSeveralFiles);
    return Option.when(nothingElse, () -> error(definitions, files));
  }

  private static Map<String, List<ParsedFile>> definitions(List<ParsedFile> files) {
    Map<String, List<ParsedFile>> definitions = new TreeMap<>();
    for (ParsedFile file : files) {
      file.outline()
          .types()
          .forEach(
              type ->
                  definitions
                      .computeIfAbsent(
                          file.outline().binaryName(type.simpleName()), name -> new ArrayList<>())
                      .add(file));
    }
    return definitions;
  }

  private static boolean inSeveralFiles(List<ParsedFile> definitions) {
    return Set.copyOf(definitions).size() == definitions.size();
  }

  private static InvalidSources error(
      Map<String, List<ParsedFile>> definitions, List<ParsedFile> files) {
    Set<ParsedFile> concerned = new LinkedHashSet<>(files);
    concerned.removeIf(
        file -> definitions.values().stream().noneMatch(each -> each.contains(file)));
    return SourceRules.duplicateTypes(
        concerned.stream().map(file -> file.source().path()).toList(),
        new TreeSet<>(definitions.keySet()));
  }
}
