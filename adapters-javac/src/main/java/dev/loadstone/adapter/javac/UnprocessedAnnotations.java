package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeReferences;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do where sources use the annotations of a well-known processor, and none is to run: what
 * it would have generated is missing, and the compiler's errors do not say why.
 */
final class UnprocessedAnnotations {

  private static final Map<String, String> KNOWN =
      new TreeMap<>(
          Map.of(
              "lombok.", "Lombok",
              "org.mapstruct.", "MapStruct",
              "com.google.auto.value.", "AutoValue",
              "org.immutables.value.", "Immutables"));

  private UnprocessedAnnotations() {}

  /** Returns the advice, empty where processors run, or none of these is used. */
  static String advice(CompilerSettings settings, List<ParsedFile> files) {
    if (!settings.processors().isEmpty()) {
      return "";
    }
    List<String> names = files.stream().flatMap(UnprocessedAnnotations::names).toList();
    String used =
        KNOWN.entrySet().stream()
            .filter(known -> names.stream().anyMatch(name -> name.startsWith(known.getKey())))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" and "));
    return used.isEmpty()
        ? ""
        : "these sources use annotations of "
            + used
            + ", and annotation processors do not run unless they are named. Name the processor's"
            + " JAR: Loadstone.Builder.annotationProcessors, or the option --processor-path.";
  }

  private static Stream<String> names(ParsedFile file) {
    TypeReferences references = ReferenceScanner.references(file.unit());
    return Stream.concat(
            references.imports().stream().map(TypeImport::name), references.names().stream())
        .map(name -> name + ".");
  }
}
