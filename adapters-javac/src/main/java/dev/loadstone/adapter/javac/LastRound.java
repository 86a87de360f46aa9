package dev.loadstone.adapter.javac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * A processor of our own, which comes first: it counts the rounds, and adds the {@link
 * ContractUnit}s in the last one. What is added there is compiled, and shown to no processor; and
 * what processors did to the main class is done by then.
 */
final class LastRound extends AbstractProcessor {

  private static final int MOST = 100;

  private final List<ContractUnit> units;
  private final GeneratedOutput output;
  private int rounds;

  LastRound(List<ContractUnit> units, GeneratedOutput output) {
    this.units = units;
    this.output = output;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver() && ++rounds > MOST) {
      throw new ProcessorFault(
          output.lastGenerator(), "still generates files after " + MOST + " rounds", null);
    }
    if (round.processingOver() && !round.errorRaised()) {
      units.forEach(this::add);
    }
    return false;
  }

  private void add(ContractUnit unit) {
    try {
      output.announce(unit);
      processingEnv.getFiler().createSourceFile(unit.typeName()).openWriter().close();
    } catch (IOException e) {
      throw new UncheckedIOException("a file in memory cannot be written", e);
    }
  }
}
