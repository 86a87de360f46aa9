package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.testkit.LinkableArtifacts;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Classes compiled from text, for tests.
 *
 * @param classFiles the class files, sorted by name
 * @param sources the sources, by entry name
 */
record Compiled(List<ClassFile> classFiles, List<SourceEntry> sources) {

  static final PluginOrigin ORIGIN = new PluginOrigin("acme/Pricing.java", Option.none());

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

  /** Compiles sources, each of which declares its file's type first. */
  static Compiled of(String... sources) {
    return against(List.of(), sources);
  }

  static Compiled against(List<Path> classPath, String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> output = new TreeMap<>();
    List<Source> units = Arrays.stream(sources).map(Source::new).toList();
    List<String> options = new ArrayList<>(List.of("-proc:none", "--release", "17", "-g"));
    options.add("-classpath");
    options.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
    boolean compiled =
        compiler
            .getTask(
                null,
                new InMemory(compiler.getStandardFileManager(null, null, null), output),
                null,
                options,
                null,
                units)
            .call();
    if (!compiled) {
      throw new IllegalArgumentException("a test's source does not compile");
    }
    return new Compiled(
        output.entrySet().stream()
            .map(entry -> new ClassFile(entry.getKey(), Bytes.of(entry.getValue().toByteArray())))
            .toList(),
        units.stream().map(unit -> new SourceEntry(unit.sourceName, unit.content())).toList());
  }

  Compiled without(String binaryName) {
    return only(file -> !file.binaryName().equals(binaryName));
  }

  Compiled only(Predicate<ClassFile> condition) {
    return new Compiled(classFiles.stream().filter(condition).toList(), sources);
  }

  Compiled with(ClassFile classFile) {
    List<ClassFile> more = new ArrayList<>(without(classFile.binaryName()).classFiles);
    more.add(classFile);
    more.sort(Comparator.comparing(ClassFile::binaryName));
    return new Compiled(more, sources);
  }

  Bytes bytes(String binaryName) {
    return classFiles.stream()
        .filter(file -> file.binaryName().equals(binaryName))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  Map<String, Bytes> entries() {
    return classFiles.stream()
        .collect(
            Collectors.toMap(
                file -> BinaryNames.resourceName(file.binaryName()), ClassFile::bytes));
  }

  Artifact sideEffect(String mainClass) {
    boolean hasMain =
        sources.stream()
            .anyMatch(
                source -> source.content().toUtf8String().contains("static void main(String"));
    return sideEffect(mainClass, hasMain ? Form.STATIC_MAIN_WITH_ARGUMENTS : Form.INITIALIZER);
  }

  Artifact sideEffect(String mainClass, Form form) {
    return LinkableArtifacts.sideEffect(mainClass, form, classFiles, sources);
  }

  Artifact giving(Class<?> contract, String mainClass) {
    return giving(contract.getName(), mainClass);
  }

  Artifact giving(String rawContract, String mainClass) {
    return LinkableArtifacts.of(
        mainClass, Contract.type(rawContract, rawContract), classFiles, sources);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;
    private final String sourceName;

    Source(String text) {
      super(URI.create("test:///" + sourceName(text)), Kind.SOURCE);
      this.text = text;
      this.sourceName = sourceName(text);
    }

    private static String sourceName(String text) {
      if (text.startsWith("module ")) {
        return "module-info.java";
      }
      Matcher named = PACKAGE.matcher(text);
      String folder = named.find() ? named.group(1).replace('.', '/') + "/" : "";
      Matcher type = TYPE.matcher(text);
      return folder + (type.find() ? type.group(1) : "package-info") + ".java";
    }

    Bytes content() {
      return Bytes.ofUtf8(text);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> output;

    InMemory(JavaFileManager standard, Map<String, ByteArrayOutputStream> output) {
      super(standard);
      this.output = output;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling)
        throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      output.put(className, bytes);
      return new SimpleJavaFileObject(URI.create("test:///" + className.replace('$', '-')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
