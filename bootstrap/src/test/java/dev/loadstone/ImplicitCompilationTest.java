package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The oracle is javac, which compiles implicitly what it finds on a source path. Types are
 * generated at random, each in the file of its name, and refer to each other in every way there is.
 */
@Timeout(300)
final class ImplicitCompilationTest {

  private static final int TYPES = 24;
  private static final List<String> PACKAGES = List.of("a", "a.b", "a.b.c", "d");

  /** How one type refers to another: by its name alone, after an import, or by its full name. */
  private static final List<Function<String, String>> REFERENCES =
      List.of(
          type -> "  %s f$;\n".formatted(type),
          type -> "  int f$ = %s.ZERO;\n".formatted(type),
          type -> "  int f$() { return %s.zero(); }\n".formatted(type),
          type -> "  Object f$() { return new %s(); }\n".formatted(type),
          type -> "  Object f$ = %s.class;\n".formatted(type),
          type -> "  java.util.List<? extends %s[]> f$;\n".formatted(type),
          type -> "  boolean f$(Object o) { return o instanceof %s; }\n".formatted(type),
          type -> "  Object f$(Object o) { return (%s) o; }\n".formatted(type),
          type -> "  java.util.function.Supplier<Object> f$ = %s::new;\n".formatted(type),
          type -> "  <T extends %s> void f$(T t) {}\n".formatted(type),
          type -> "  void f$() { for (%1$s x : new %1$s[0]) { x.hashCode(); } }\n".formatted(type),
          type -> "  class Sub$ extends %s {}\n".formatted(type),
          type -> "  int f$ = %s.Inner.ONE;\n".formatted(type));

  @TempDir private Path folder;

  static Stream<Long> seeds() {
    return IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findDependencies_generatedTree_findsWhatJavacCompiles(long seed) throws IOException {
    Path root = Files.createDirectory(folder.resolve("src"));
    Random random = new Random(seed);
    List<String> types =
        IntStream.range(0, TYPES)
            .mapToObj(i -> PACKAGES.get(random.nextInt(PACKAGES.size())) + ".T" + i)
            .toList();
    for (int i = 0; i < TYPES; i++) {
      Sources.write(root, file(types.get(i)), text(types.get(i), needs(types, random), random));
    }
    Path main = root.resolve(file(types.get(0)));

    List<Path> found;
    try (Loadstone loadstone = Loadstone.create()) {
      found = loadstone.findDependencies(main).get();
    }

    assertThat(found).endsWith(main).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(found)).isEqualTo(compiledByJavac(root, main));
  }

  private static List<String> needs(List<String> types, Random random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> types.get(random.nextInt(types.size())))
        .toList();
  }

  private static String text(String type, List<String> needs, Random random) {
    StringBuilder imports = new StringBuilder();
    StringBuilder members = new StringBuilder();
    for (String needed : needs) {
      String reference =
          REFERENCES.get(random.nextInt(REFERENCES.size())).apply(name(needed, imports, random));
      members.append(reference.replace("$", Integer.toString(members.length())));
    }
    return "package %s;\n%spublic class %s {\n  public static final int ZERO = 0;\n"
            .formatted(packageOf(type), imports, simple(type))
        + "  public static int zero() { return 0; }\n"
        + "  public static class Inner { public static final int ONE = 1; }\n"
        + members
        + "}\n";
  }

  private static String name(String type, StringBuilder imports, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        imports.append("import ").append(type).append(";\n");
        yield simple(type);
      }
      case 1 -> {
        imports.append("import ").append(packageOf(type)).append(".*;\n");
        yield simple(type);
      }
      case 2 -> {
        imports.append("import static ").append(type).append(".ZERO;\n");
        yield type;
      }
      default -> type;
    };
  }

  /** Tells by the class files which of the sources javac compiled. */
  private Set<Path> compiledByJavac(Path root, Path main) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-sourcepath",
              root.toString(),
              "-cp",
              classes.toString(),
              "-d",
              classes.toString());
      boolean compiled =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(main)).call();
      assertThat(compiled).as(said::toString).isTrue();
    }
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> all = Files.walk(classes)) {
      all.map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .forEach(name -> sources.add(root.resolve(name.replace(".class", ".java"))));
    }
    return sources.stream().collect(Collectors.toCollection(TreeSet::new));
  }

  private static String file(String type) {
    return type.replace('.', '/') + ".java";
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
