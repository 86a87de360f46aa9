package dev.loadstone.adapter.javac;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Javac finds this one on the class path of the tests, unless it is kept from looking there. */
@SupportedAnnotationTypes("*")
public final class ForeignProcessor extends AbstractProcessor {

  static final AtomicInteger INSTANCES = new AtomicInteger();

  /** Called by whoever finds it. */
  public ForeignProcessor() {
    INSTANCES.incrementAndGet();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }
}
