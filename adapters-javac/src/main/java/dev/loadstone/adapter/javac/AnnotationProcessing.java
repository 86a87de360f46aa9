package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.error.ProcessorFailed;
import dev.loadstone.domain.error.ThrowableText;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/**
 * The annotation processors of one task of javac, in a loader of their own, which nothing outlives.
 */
final class AnnotationProcessing implements AutoCloseable {

  /** Java 1 has that of 45 (JVMS 4.1). */
  private static final int CLASS_FILE_VERSION_OF_JAVA = 44;

  private final ProcessorFolder folder;
  private final ProcessorLoader loader;
  private final List<String> names = new ArrayList<>();

  private AnnotationProcessing(ProcessorFolder folder, ProcessorLoader loader) {
    this.folder = folder;
    this.loader = loader;
  }

  /** Opens a processor path; a failure is about its JARs. */
  static Try<AnnotationProcessing> open(List<ProcessorJar> path) {
    return ProcessorFolder.of(path).flatMap(folder -> open(path, folder));
  }

  private static Try<AnnotationProcessing> open(List<ProcessorJar> path, ProcessorFolder folder) {
    ProcessorLoader loader = new ProcessorLoader(folder.urls());
    AnnotationProcessing opened = new AnnotationProcessing(folder, loader);
    try {
      opened.names.addAll(loader.registered());
    } catch (IOException e) {
      opened.close();
      return Try.failure(
          ProcessorFailed.ofPath(names(path), "cannot be read (" + e.getMessage() + ")", e));
    }
    if (opened.names.isEmpty()) {
      opened.close();
      return Try.failure(
          ProcessorFailed.ofPath(
              names(path),
              "has no annotation processor, that is, no file"
                  + " META-INF/services/javax.annotation.processing.Processor that names one",
              null));
    }
    return Try.success(opened);
  }

  private static String names(List<ProcessorJar> path) {
    return path.stream().map(jar -> jar.file().toString()).collect(Collectors.joining(", "));
  }

  /**
   * Makes the processors, in the order in which they are asked.
   *
   * @param units what is compiled, and not shown to them
   * @param output what they make goes there
   * @throws ProcessorFault if one cannot be made
   */
  List<Processor> processors(List<ContractUnit> units, GeneratedOutput output) {
    List<Processor> processors = new ArrayList<>();
    processors.add(new LastRound(units, output));
    for (String name : names) {
      processors.add(new GuardedProcessor(processor(name), output));
    }
    return processors;
  }

  private Processor processor(String name) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return Class.forName(name, true, loader)
          .asSubclass(Processor.class)
          .getConstructor()
          .newInstance();
    } catch (UnsupportedClassVersionError e) {
      throw new ProcessorFault(name, laterRelease(name), e);
    } catch (ClassNotFoundException e) {
      throw new ProcessorFault(
          name, "is registered as one, and its class is on no JAR of the processor path", e);
    } catch (ClassCastException e) {
      throw new ProcessorFault(
          name, "is registered as one, and does not implement " + Processor.class.getName(), e);
    } catch (Throwable thrown) {
      throw new ProcessorFault(name, "cannot be made: " + ThrowableText.of(thrown).text(), thrown);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private String laterRelease(String name) {
    int version = loader.classFileVersion(name);
    String runs = ", and this process runs Java " + Runtime.version().feature();
    return version > CLASS_FILE_VERSION_OF_JAVA + Runtime.version().feature()
        ? "needs Java " + (version - CLASS_FILE_VERSION_OF_JAVA) + runs
        : "needs classes of a later release of Java" + runs;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      // Whatever is still open is closed with the folder.
    }
    folder.close();
  }
}
