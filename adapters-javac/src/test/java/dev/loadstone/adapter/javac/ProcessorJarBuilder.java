package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes JARs of annotation processors, which are compiled for it. */
final class ProcessorJarBuilder {

  static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

  private final Map<String, byte[]> files = new TreeMap<>();
  private String service = "";

  /** Adds a registered processor, whose {@code process} has some statements. */
  ProcessorJarBuilder processor(String name, String statements) {
    return registered(name)
        .classes(
            name,
            """
            import java.io.*;
            import java.util.*;
            import javax.annotation.processing.*;
            import javax.lang.model.SourceVersion;
            import javax.lang.model.element.*;
            import javax.tools.*;
            import javax.tools.Diagnostic.Kind;

            @SuppressWarnings("all")
            public class %s extends AbstractProcessor {
              int round;
              public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }
              public Set<String> getSupportedAnnotationTypes() { return Set.of("*"); }
              public Set<String> getSupportedOptions() { return Set.of("key"); }
              public boolean process(Set<? extends TypeElement> types, RoundEnvironment env) {
                round++;
                Filer filer = processingEnv.getFiler();
                Messager messager = processingEnv.getMessager();
                try {
                  %s
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                return false;
              }
              static void write(FileObject file, String text) throws IOException {
                try (Writer out = file.openWriter()) { out.write(text); }
              }
            }
            """
                .formatted(name, "if (false) throw new IOException();\n" + statements));
  }

  ProcessorJarBuilder registered(String name) {
    service += name + "\n";
    return this;
  }

  ProcessorJarBuilder classes(String name, String text) {
    Compiling.written(Compiling.sideEffect().compile(name + ".java", main(text)).get())
        .forEach((file, content) -> files.put(file, content.toByteArray()));
    return this;
  }

  // What is compiled as a side effect must run something.
  private static String main(String text) {
    int end = text.lastIndexOf('}');
    return text.substring(0, end) + "public static void main(String[] args) {} }";
  }

  ProcessorJarBuilder file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  byte[] file(String name) {
    return files.get(name);
  }

  ProcessorJar build() {
    if (!service.isEmpty()) {
      files.put(SERVICE, service.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(content)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProcessorJar(Path.of("processor.jar"), Bytes.wrap(content.toByteArray()));
  }
}
