package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.KnownProcessors;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;

/**
 * What is said where sources use the annotations of a well-known processor, since none runs here.
 */
final class UnprocessedAnnotations {

  private static final String INSTEAD =
      "this compiler, ECJ, runs no annotation processors. Where a JDK is, compile the plugin by"
          + " javac, with the processor's JAR named, and load the artifact here";

  private final List<ParsedUnit> files;

  UnprocessedAnnotations(List<ParsedUnit> files) {
    this.files = files;
  }

  private record Import(ParsedUnit file, int position) {}

  /** Returns what to do about errors, empty where no such annotations are imported. */
  String advice() {
    String names =
        KnownProcessors.BY_ANNOTATIONS.entrySet().stream()
            .filter(known -> firstImport(known.getKey()).isDefined())
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" and "));
    return names.isEmpty()
        ? ""
        : "these sources use annotations of " + names + ", and " + INSTEAD + ".";
  }

  /**
   * Returns a warning for each processor whose annotations the compiler has read, at the first
   * import of one.
   *
   * @param annotations the annotations of the host's that were read
   */
  List<Diagnostic> warnings(List<ClassFile> annotations, Problems problems) {
    List<Diagnostic> warnings = new ArrayList<>();
    KnownProcessors.BY_ANNOTATIONS.forEach(
        (start, name) -> {
          if (annotations.stream().anyMatch(each -> each.binaryName().startsWith(start))) {
            Import at = firstImport(start).getOrElse(this::mainClass);
            warnings.add(
                problems.at(
                    at.position(),
                    at.file().file(),
                    Severity.WARNING,
                    KnownProcessors.CODE,
                    "nothing is generated for annotations of "
                        + name
                        + "\n("
                        + INSTEAD
                        + "; where none is needed, except this warning by the key "
                        + WarningPolicy.PROCESSOR
                        + ")",
                    WarningPolicy.PROCESSOR));
          }
        });
    return warnings;
  }

  private Option<Import> firstImport(String start) {
    for (ParsedUnit file : files) {
      for (ImportReference each : file.imports()) {
        if ((CharOperation.toString(each.tokens) + ".").startsWith(start)) {
          return Option.some(new Import(file, each.sourceStart));
        }
      }
    }
    return Option.none();
  }

  private Import mainClass() {
    ParsedUnit main = files.get(files.size() - 1);
    return new Import(main, main.types().get(0).sourceStart);
  }
}
