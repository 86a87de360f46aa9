package dev.loadstone.adapter.javac;

import dev.loadstone.domain.diagnostic.Diagnostic;
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
   * @param diagnostics what javac said
   * @param files the files
   * @return the error, where there is nothing else wrong
   */
  static Option<InvalidSources> judge(List<Diagnostic> diagnostics, List<ParsedFile> files) {
    List<Diagnostic> errors = diagnostics.stream().filter(Diagnostic::isError).toList();
    Map<String, List<ParsedFile>> definitions = definitions(files);
    definitions.values().removeIf(each -> each.size() == 1);
    long expected = definitions.values().stream().mapToLong(each -> each.size() - 1L).sum();
    boolean nothingElse =
        !errors.isEmpty()
            && errors.size() == expected
            && errors.stream().allMatch(each -> each.code().equals(DUPLICATE))
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
