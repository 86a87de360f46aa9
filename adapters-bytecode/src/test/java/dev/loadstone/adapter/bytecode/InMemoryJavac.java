package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler of this runtime, from memory to memory. */
final class InMemoryJavac {

  private InMemoryJavac() {}

  /** Compiles one compilation unit with debug data, and gives all classes by name. */
  static Map<String, ClassFile> compile(String source, String... options) {
    return compile(List.of(source), options);
  }

  /** Compiles compilation units at once, each of which may declare any classes. */
  static Map<String, ClassFile> compile(List<String> sources, String... options) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-proc:none", "-nowarn", "-g", "--release", "17"));
    all.addAll(Arrays.asList(options));
    List<Source> units = sources.stream().map(Source::new).toList();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager standard = javac.getStandardFileManager(null, null, null);
        Output output = new Output(standard)) {
      boolean compiled = javac.getTask(said, output, null, all, null, units).call();
      if (!compiled) {
        throw new IllegalArgumentException(said.toString());
      }
      return output.classFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("memory:///" + Integer.toHexString(text.hashCode()) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    Output(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(className, any -> new ByteArrayOutputStream());
        }
      };
    }

    Map<String, ClassFile> classFiles() {
      Map<String, ClassFile> classFiles = new TreeMap<>();
      written.forEach(
          (name, bytes) ->
              classFiles.put(name, new ClassFile(name, Bytes.of(bytes.toByteArray()))));
      return classFiles;
    }
  }
}
