package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real library of some two hundred files as one plugin, with plain javac as the oracle. */
@Timeout(300)
final class CommonsLangIT {

  private static final String MAIN =
      """
      package acme;

      import org.apache.commons.lang3.StringUtils;
      import org.apache.commons.lang3.tuple.Pair;

      public final class Main implements java.util.function.Supplier<String> {
        @Override
        public String get() {
          return StringUtils.reverse("enotsdaol") + Pair.of(1, StringUtils.repeat("ab", 2));
        }
      }
      """;

  private static final TypeRef<Supplier<String>> CONTRACT = new TypeRef<>() {};

  @TempDir private static Path folder;

  private static List<Path> files;

  @BeforeAll
  static void unpack() throws IOException {
    files = new ArrayList<>();
    try (ZipFile sources = new ZipFile(System.getProperty("loadstone.test.commonsLang"))) {
      for (ZipEntry entry : sources.stream().filter(e -> e.getName().endsWith(".java")).toList()) {
        String text =
            new String(sources.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        files.add(Sources.write(folder, "source/" + entry.getName(), text));
      }
    }
    files.add(Sources.write(folder, "source/acme/Main.java", MAIN));
  }

  @Tag("thorough")
  @Test
  void compile_realLibrary_givesTheVeryClassesOfPlainJavac() throws IOException {
    Path artifact = folder.resolve("lang.jar");

    try (Loadstone loadstone = Loadstone.builder().warnings(Warnings.ignored()).build()) {
      loadstone.loader(CONTRACT).expert().compile(files, artifact).get();
    }

    assertThat(files).hasSizeGreaterThan(200);
    assertThat(classesIn(artifact)).isEqualTo(compiledByPlainJavac());
  }

  @Test
  void load_realLibrary_givesAValueThatUsesIt() throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(SourceFile.of(file.toString(), Files.readString(file)));
    }

    try (Loadstone loadstone = Loadstone.builder().warnings(Warnings.ignored()).build()) {
      Supplier<String> plugin = loadstone.loader(CONTRACT).load(new SourceSet(sources)).get();

      assertThat(plugin.get()).isEqualTo("loadstone(1,abab)");
    }
  }

  private static SortedMap<String, Bytes> classesIn(Path artifact) throws IOException {
    SortedMap<String, Bytes> classes = new TreeMap<>();
    try (ZipFile jar = new ZipFile(artifact.toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        classes.put(entry.getName(), Bytes.of(jar.getInputStream(entry).readAllBytes()));
      }
    }
    return classes;
  }

  private static SortedMap<String, Bytes> compiledByPlainJavac() throws IOException {
    Path output = Files.createDirectories(folder.resolve("plain"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean succeeded =
        javac
            .getTask(
                said,
                null,
                diagnostic -> {},
                List.of("-g", "-parameters", "-proc:none", "-cp", "", "-d", output.toString()),
                null,
                javac
                    .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                    .getJavaFileObjectsFromPaths(files))
            .call();
    assertThat(succeeded).as(said.toString()).isTrue();
    SortedMap<String, Bytes> classes = new TreeMap<>();
    try (Stream<Path> found = Files.walk(output)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        classes.put(
            output.relativize(file).toString().replace('\\', '/'),
            Bytes.of(Files.readAllBytes(file)));
      }
    }
    return classes;
  }
}
