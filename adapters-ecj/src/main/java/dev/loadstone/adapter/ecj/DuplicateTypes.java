package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.source.SourceRules;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out that all that the compiler has against a source set is that files define one type. */
final class DuplicateTypes {

  private static final String DUPLICATE = "ecj.DuplicateTypes";

  private DuplicateTypes() {}

  static Option<InvalidSources> judge(List<Diagnostic> said, List<ParsedUnit> files) {
    Map<String, List<ParsedUnit>> definitions = new TreeMap<>();
    for (ParsedUnit file : files) {
      file.outline()
          .types()
          .forEach(
              type ->
                  definitions
                      .computeIfAbsent(
                          file.outline().binaryName(type.simpleName()), name -> new ArrayList<>())
                      .add(file));
    }
    definitions.values().removeIf(each -> each.size() == 1);
    boolean nothingElse =
        !definitions.isEmpty()
            && said.stream()
                .filter(Diagnostic::isError)
                .allMatch(each -> each.code().equals(DUPLICATE))
            && definitions.values().stream()
                .allMatch(each -> Set.copyOf(each).size() == each.size());
    return Option.when(
        nothingElse,
        () ->
            SourceRules.duplicateTypes(
                files.stream()
                    .filter(
                        file -> definitions.values().stream().anyMatch(each -> each.contains(file)))
                    .map(file -> file.file().path())
                    .toList(),
                new TreeSet<>(definitions.keySet())));
  }
}
