package dev.loadstone.adapter.javac;

import dev.loadstone.domain.error.ThrowableText;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Completion;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A processor of the processor path. Whatever it throws ends the compilation, and names it.
 *
 * <p>It gets javac's own environment, and not one in between: Lombok has to have that.
 */
final class GuardedProcessor implements Processor {

  /** By these javac tells itself, through a processor, what it could not read. */
  private static final String OF_JAVAC = "com.sun.tools.javac.";

  private final Processor processor;
  private final GeneratedOutput output;

  GuardedProcessor(Processor processor, GeneratedOutput output) {
    this.processor = processor;
    this.output = output;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return guarded(processor::getSupportedOptions);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return guarded(processor::getSupportedAnnotationTypes);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return guarded(processor::getSupportedSourceVersion);
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    guarded(
        () -> {
          processor.init(environment);
          return true;
        });
  }

  // What the processor claims is its own affair.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return guarded(() -> processor.process(annotations, round));
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
    return guarded(() -> processor.getCompletions(element, annotation, member, userText));
  }

  private <T> T guarded(Supplier<T> call) {
    String name = processor.getClass().getName();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(processor.getClass().getClassLoader());
    output.begin(name);
    try {
      return call.get();
    } catch (Throwable thrown) {
      if (thrown.getClass().getName().startsWith(OF_JAVAC)) {
        throw thrown;
      }
      throw new ProcessorFault(name, reason(thrown), thrown);
    } finally {
      output.end();
      thread.setContextClassLoader(before);
    }
  }

  private String reason(Throwable thrown) {
    Throwable deepest = thrown;
    for (int depth = 0; depth < 50 && deepest.getCause() != null; depth++) {
      deepest = deepest.getCause();
    }
    String owner =
        deepest instanceof FilerException refused ? output.generatorNamedIn(refused) : "";
    return "threw " + ThrowableText.of(thrown).text() + owner;
  }
}
