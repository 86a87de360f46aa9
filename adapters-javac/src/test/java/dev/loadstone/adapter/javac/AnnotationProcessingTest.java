package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.GeneratedFiles;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.DiagnosticRenderer;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ProcessorFailed;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnotationProcessingTest {

  private static final String MAIN =
      "public class Main { public static void main(String[] args) { Made.hello(); } }";
  private static final String MAKE =
      """
      if (round == 1) {
        write(filer.createSourceFile("Made"), "class Made { static void hello() {} }");
      }
      """;

  @Test
  void compile_processorThatGenerates_compilesAndReturnsWhatItMade() {
    Compilation compilation = compile(processor(MAKE)).compile("Main.java", MAIN).get();

    assertThat(compilation.classFiles()).extracting(ClassFile::binaryName).contains("Made");
    assertThat(compilation.sources())
        .extracting(each -> each.file().path())
        .containsOnly("Main.java");
    assertThat(compilation.generated().sources())
        .extracting(each -> each.file())
        .containsExactly(SourceFile.of("Made.java", "class Made { static void hello() {} }"));
    assertThat(compilation.settings().processors()).hasSize(1);
  }

  @Test
  void compile_noProcessorPath_runsNone() {
    assertThat(compile().compile("Main.java", MAIN).getCause())
        .isInstanceOf(CompilationFailed.class);
    assertThat(
            compile()
                .compile("Main.java", "class Main { static { run(); } static void run() {} }")
                .get()
                .generated())
        .isEqualTo(GeneratedFiles.NONE);
  }

  @Test
  void compile_processorThatWritesResources_returnsThem() {
    Compilation compilation =
        compile(
                processor(
                    MAKE
                        + """
                        if (round == 1) {
                          write(filer.createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/names"), "a\\n");
                          write(filer.createResource(StandardLocation.SOURCE_OUTPUT, "p.q", "r.txt"), "b");
                        }
                        """))
            .compile("Main.java", MAIN)
            .get();

    assertThat(compilation.generated().resources())
        .containsEntry("META-INF/names", Bytes.ofUtf8("a\n"))
        .containsEntry("p/q/r.txt", Bytes.ofUtf8("b"))
        .hasSize(2);
  }

  @Test
  void compile_processorThatWritesAClass_hasItAmongTheClasses() {
    byte[] made =
        Compiling.written(
                compile()
                    .compile(
                        "Made.java",
                        "public class Made { public static void hello() {} static { hello(); } }")
                    .get())
            .get("Made.class")
            .toByteArray();
    ProcessorJar jar =
        new ProcessorJarBuilder()
            .file("made.bin", made)
            .processor(
                "Maker",
                """
                if (round == 1) {
                  try (OutputStream out = filer.createClassFile("Made").openOutputStream();
                      InputStream in = Maker.class.getResourceAsStream("/made.bin")) {
                    in.transferTo(out);
                  }
                }
                """)
            .build();

    Compilation compilation = compile(jar).compile("Main.java", MAIN).get();

    assertThat(compilation.classFiles()).contains(new ClassFile("Made", Bytes.of(made)));
  }

  @Test
  void compile_forAContract_showsProcessorsTheUsersTypesAlone() {
    ProcessorJar jar =
        processor(
            """
            for (Element root : env.getRootElements()) {
              messager.printMessage(Kind.WARNING, "saw " + root);
            }
            """);

    Compilation compilation =
        compile(jar)
            .contract("java.lang.Runnable")
            .compile("Main.java", "class Main implements Runnable { public void run() {} }")
            .get();

    assertThat(compilation.warnings()).extracting(Diagnostic::message).containsExactly("saw Main");
    assertThat(compilation.classFiles()).extracting(ClassFile::binaryName).containsExactly("Main");
  }

  @Test
  void compile_forAContractThatIsMissed_saysSoAtTheUsersLine() {
    List<Diagnostic> diagnostics =
        compile(processor(MAKE))
            .contract("java.lang.Runnable")
            .diagnostics("Main.java", "\npublic class Main {}");

    assertThat(diagnostics).extracting(Diagnostic::line).containsExactly(2L);
  }

  @Test
  void compile_warningsOfProcessorsAndInGeneratedFiles_neverFail() {
    ProcessorJar jar =
        processor(
            """
            for (Element root : env.getRootElements()) {
              messager.printMessage(Kind.WARNING, "odd", root);
              messager.printMessage(Kind.WARNING, "odd", root);
            }
            if (round == 1) {
              write(filer.createSourceFile("Made"), "class Made {\\n static void hello() {}\\n java.util.List list; }");
            }
            """);

    Compilation compilation =
        compile(jar).warnings(Treatment.ERRORS).compile("Main.java", MAIN).get();

    WarningPolicy policy = new WarningPolicy(Treatment.ERRORS, java.util.Set.of());
    assertThat(compilation.warnings()).noneMatch(policy::fails);
    assertThat(compilation.warnings())
        .filteredOn(each -> each.source().equals("Main.java"))
        .extracting(Diagnostic::message)
        .containsExactly("odd");
    assertThat(compilation.warnings())
        .extracting(Diagnostic::message)
        .anyMatch(message -> message.contains("(in the generated file Made.java, line 3: "));
  }

  @Test
  void compile_errorInAGeneratedFile_namesFileAndLine() {
    List<Diagnostic> diagnostics =
        compile(processor(MAKE.replace("{}", "{ int i = no; }"))).diagnostics("Main.java", MAIN);

    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.get(0).source()).isEqualTo("Main.java");
    assertThat(diagnostics.get(0).message()).contains("(in the generated file Made.java, line 1: ");
  }

  @Test
  void compile_errorOfAProcessor_isTheUsers() {
    List<Diagnostic> diagnostics =
        compile(
                processor(
                    "for (Element e : env.getRootElements()) messager.printMessage(Kind.ERROR, \"no\", e);"))
            .diagnostics("Main.java", "class Main {}");

    assertThat(diagnostics).extracting(Diagnostic::message).containsExactly("no");
    assertThat(diagnostics).extracting(Diagnostic::line).containsExactly(1L);
  }

  @Test
  void compile_optionsForProcessors_reachThem() {
    ProcessorJar jar =
        processor("messager.printMessage(Kind.WARNING, processingEnv.getOptions().toString());");

    Compilation compilation =
        compile(jar)
            .options("-Akey=value")
            .compile("Main.java", "class Main { static { run(); } static void run() {} }")
            .get();

    assertThat(compilation.warnings()).extracting(Diagnostic::message).contains("{key=value}");
    assertThat(compilation.settings().options()).contains("-Akey=value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (true) throw new IllegalStateException(\"no luck\");|threw java.lang.IllegalStateException: no luck",
        "if (true) throw new StackOverflowError();|threw java.lang.StackOverflowError",
        "if (!env.processingOver()) write(filer.createSourceFile(\"Made\" + round), \"class Made\" + round + \" {}\");|still generates files after 100 rounds",
        "if (round == 1) write(filer.createResource(StandardLocation.CLASS_OUTPUT, \"\", \"../a\"), \"\");|asks for the file ../a, which is outside the artifact",
        "if (round == 1) write(filer.createResource(StandardLocation.CLASS_OUTPUT, \"\", \"/etc/a\"), \"\");|asks for the file /etc/a, which is outside the artifact",
        "if (round == 1) try { filer.getResource(StandardLocation.CLASS_PATH, \"\", \"../a\"); } catch (IOException e) {}|asks for the file ../a, which is outside the artifact",
        "if (round == 1) write(filer.createResource(StandardLocation.CLASS_OUTPUT, \"\", \"A.class\"), \"\");|writes the resource A.class, where no resource can be",
        "if (round == 1) write(filer.createResource(StandardLocation.CLASS_OUTPUT, \"\", \"META-INF/loadstone/provenance\"), \"\");|writes the resource META-INF/loadstone/provenance, where no resource can be",
        "if (round == 1) write(filer.createResource(StandardLocation.NATIVE_HEADER_OUTPUT, \"\", \"a.h\"), \"\");|writes to NATIVE_HEADER_OUTPUT, which is outside the artifact",
        "if (round == 1) write(filer.createResource(StandardLocation.SOURCE_PATH, \"\", \"a\"), \"\");|Resource creation not supported in location SOURCE_PATH",
      })
  void compile_processorThatMisbehaves_isNamed(String statements, String reason) {
    assertThat(failure(processor(statements)))
        .isInstanceOfSatisfying(
            ProcessorFailed.class, error -> assertThat(error.processor()).isEqualTo("Maker"))
        .hasMessageContaining("the annotation processor Maker ")
        .hasMessageContaining(reason);
  }

  @Test
  void compile_twoProcessorsThatGenerateOneClass_namesBoth() {
    ProcessorJar jar =
        new ProcessorJarBuilder().processor("First", MAKE).processor("Second", MAKE).build();

    assertThat(failure(jar))
        .isInstanceOf(ProcessorFailed.class)
        .hasMessageContaining("the annotation processor Second threw")
        .hasMessageContaining("(it was generated by First)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"is registered as one, and its class is on no JAR"})
  void compile_registeredProcessorWithoutClass_isNamed(String reason) {
    assertThat(failure(new ProcessorJarBuilder().registered("acme.Gone").build()))
        .isInstanceOf(ProcessorFailed.class)
        .hasMessageContaining("acme.Gone " + reason);
  }

  @Test
  void compile_jarWithoutProcessor_saysSo() {
    assertThat(failure(new ProcessorJarBuilder().file("a.txt", new byte[1]).build()))
        .isInstanceOf(ProcessorFailed.class)
        .hasMessageStartingWith("processor.jar: has no annotation processor");
  }

  @Test
  void compile_fileThatIsNoJar_saysSo() {
    assertThat(failure(new ProcessorJar(Path.of("a.jar"), Bytes.ofUtf8("text"))))
        .isInstanceOf(ProcessorFailed.class)
        .hasMessageStartingWith("a.jar: not a JAR that can be read");
  }

  @Test
  void compile_processorThatLooksForTheHostsClasses_findsNone() {
    ProcessorJar jar =
        processor(
            """
            try {
              Class.forName("dev.loadstone.domain.port.Compiler");
              messager.printMessage(Kind.ERROR, "found");
            } catch (ClassNotFoundException e) {
              messager.printMessage(Kind.WARNING, "not found");
            }
            """);

    Compilation compilation =
        compile(jar)
            .host(InMemoryHostView.empty())
            .compile("Main.java", "class Main { static { run(); } static void run() {} }")
            .get();

    assertThat(compilation.warnings()).extracting(Diagnostic::message).containsExactly("not found");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void compile_processorThatReadsItselfByUrl_leavesNothingOpen() throws IOException {
    ProcessorJar jar =
        processor("Maker.class.getResource(\"/Maker.class\").openStream().read();" + MAKE);

    assertThat(compile(jar).compile("Main.java", MAIN).isSuccess()).isTrue();

    assertThat(openFiles()).noneMatch(name -> name.contains("loadstone-processors"));
  }

  @ParameterizedTest
  @CsvSource({
    "import lombok.Data; @Data class Main { int i = new Main().getI(); },Lombok",
    "class Main { @org.mapstruct.Mapper interface M {} },MapStruct",
  })
  void compile_annotationsOfAProcessorThatIsNotNamed_advisesToNameIt(String text, String name) {
    assertThat(compile().compile("Main.java", text).getCause())
        .isInstanceOfSatisfying(
            CompilationFailed.class,
            error ->
                assertThat(error.advice())
                    .startsWith("these sources use annotations of " + name + ", and "));
  }

  @Test
  void compile_annotationsOfAProcessorThatIsNotNamed_warnAtTheFirstOneAndFailNothing() {
    Compilation compilation =
        compile()
            .host(hostWithAnnotations())
            .warnings(Treatment.ERRORS)
            .compile(
                "Main.java",
                """
                import org.mapstruct.Mapper;
                class Main {
                  static { run(); }
                  static void run() {}
                  @Mapper interface One {}
                  @Mapper interface Two {}
                  @org.immutables.value.Value.Immutable interface Three {}
                }
                """)
            .get();

    WarningPolicy policy = new WarningPolicy(Treatment.ERRORS, java.util.Set.of());
    assertThat(compilation.warnings()).noneMatch(policy::fails);
    assertThat(compilation.warnings())
        .extracting(Diagnostic::code)
        .containsOnly("loadstone.warn.processor.not.named");
    assertThat(DiagnosticRenderer.render(compilation.warnings()).toString())
        .isEqualTo(
            """
            Main.java:7: warning: [processor] nothing is generated for annotations of Immutables: annotation processors do not run unless they are named
              @org.immutables.value.Value.Immutable interface Three {}
              ^
            (name the processor's JAR: Loadstone.Builder.annotationProcessors, or the option --processor-path; where none is needed, except this warning by the key processor)
            Main.java:5: warning: [processor] nothing is generated for annotations of MapStruct: annotation processors do not run unless they are named
              @Mapper interface One {}
              ^
            (name the processor's JAR: Loadstone.Builder.annotationProcessors, or the option --processor-path; where none is needed, except this warning by the key processor)""");
  }

  /** Where a warning would be wrong, or unwanted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Other classes of the library, and other annotations by that name.
        "class Main { static { run(); } static void run() { org.mapstruct.Mappers.get(); } }",
        "import org.mapstruct.*; class Main { static { run(); } @FunctionalInterface interface One { void run(); } static void run() {} }",
        "class Main { static { run(); } static void run() {} @interface Mapper {} @Mapper /* of org.mapstruct */ interface One {} }",
      })
  void compile_noSuchAnnotation_warnsOfNothing(String text) {
    assertThat(compile().host(hostWithAnnotations()).compile("Main.java", text).get().warnings())
        .isEmpty();
  }

  @Test
  void compile_excepted_warnsOfNothing() {
    String text =
        "class Main { static { run(); } static void run() {} @org.mapstruct.Mapper interface One {} }";

    for (String except : List.of("processor", "loadstone.warn.processor.not.named")) {
      assertThat(
              compile()
                  .host(hostWithAnnotations())
                  .warnings(Treatment.ERRORS, except)
                  .compile("Main.java", text)
                  .get()
                  .warnings())
          .isEmpty();
    }
    assertThat(
            compile(processor(""))
                .host(hostWithAnnotations())
                .compile("Main.java", text)
                .get()
                .warnings())
        .isEmpty();
  }

  private static InMemoryHostView hostWithAnnotations() {
    String run = " { static { run(); } static void run() {} }";
    return InMemoryHostView.of(
        compile()
            .compile(
                SourceFile.of("Mapper.java", "package org.mapstruct; public @interface Mapper {}"),
                SourceFile.of(
                    "Mappers.java",
                    "package org.mapstruct; public class Mappers { public static void get() {} }"),
                SourceFile.of(
                    "Value.java",
                    "package org.immutables.value; public @interface Value { @interface Immutable {} }"),
                SourceFile.of("Main.java", "class Main" + run))
            .get()
            .classFiles());
  }

  /** Javac refuses the second file, and tells nobody but the processor that asked for it. */
  @Test
  void compile_secondProcessorThatSwallowsTheRefusal_theFirstOnesFilesStay() {
    String resource = "filer.createResource(StandardLocation.CLASS_OUTPUT, \"\", \"names\")";
    ProcessorJar jar =
        new ProcessorJarBuilder()
            .processor("First", MAKE + "if (round == 1) write(" + resource + ", \"first\");")
            .processor(
                "Second",
                """
                if (round <= 2) {
                  try {
                    write(filer.createSourceFile("Made"), "class Made { static void other() {} }");
                  } catch (FilerException e) {
                    messager.printMessage(Kind.NOTE, "refused");
                  }
                  try {
                    write(%s, "second");
                  } catch (FilerException e) {
                    messager.printMessage(Kind.WARNING, "refused");
                  }
                }
                """
                    .formatted(resource))
            .build();

    Compilation compilation = compile(jar).compile("Main.java", MAIN).get();

    assertThat(compilation.generated().sources())
        .extracting(each -> each.file().text())
        .containsExactly("class Made { static void hello() {} }");
    assertThat(compilation.generated().resources())
        .containsOnly(Map.entry("names", Bytes.ofUtf8("first")));
    assertThat(compilation.warnings()).extracting(Diagnostic::message).containsExactly("refused");
  }

  @Test
  void compile_processorThatDeletesOrRewritesAnothersFile_changesNothing() {
    ProcessorJar jar =
        new ProcessorJarBuilder()
            .processor(
                "First",
                """
                if (round == 1) {
                  FileObject made = filer.createSourceFile("Made");
                  write(made, "class Made { static void hello() {} }");
                  FileObject names = filer.createResource(StandardLocation.CLASS_OUTPUT, "", "names");
                  write(names, "first");
                  messager.printMessage(Kind.WARNING, "deletes " + (made.delete() || names.delete()));
                }
                """)
            .processor(
                "Second",
                """
                if (round == 2) {
                  try {
                    FileObject names = filer.getResource(StandardLocation.CLASS_OUTPUT, "", "names");
                    messager.printMessage(Kind.WARNING, "deletes " + names.delete());
                    names.openOutputStream().close();
                  } catch (FilerException | IllegalStateException e) {
                    messager.printMessage(Kind.WARNING, "refused");
                  }
                }
                """)
            .build();

    Compilation compilation = compile(jar).compile("Main.java", MAIN).get();

    assertThat(compilation.generated().sources()).hasSize(1);
    assertThat(compilation.generated().resources())
        .containsOnly(Map.entry("names", Bytes.ofUtf8("first")));
    assertThat(compilation.warnings())
        .extracting(Diagnostic::message)
        .containsExactly("deletes false", "refused");
  }

  /** Eight releases after Java 17 is Java 25, with class files of version 69. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void compile_processorForALaterRelease_saysWhichReleaseItNeeds(int later) {
    int running = Runtime.version().feature();
    ProcessorJarBuilder builder = new ProcessorJarBuilder().processor("Maker", "");
    byte[] classFile = builder.file("Maker.class").clone();
    classFile[7] = (byte) (44 + running + later);

    assertThat(failure(builder.file("Maker.class", classFile).build()))
        .isInstanceOf(ProcessorFailed.class)
        .hasMessageContaining(
            "the annotation processor Maker needs Java "
                + (running + later)
                + ", and this process runs Java "
                + running
                + ". Nothing was compiled");
  }

  private static List<String> openFiles() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file)) {
          names.add(Files.readSymbolicLink(file).toString());
        }
      }
    }
    return names;
  }

  private static Throwable failure(ProcessorJar... jars) {
    return compile(jars)
        .compile("Main.java", "class Main { static { run(); } static void run() {} }")
        .getCause();
  }

  private static ProcessorJar processor(String statements) {
    return new ProcessorJarBuilder().processor("Maker", statements).build();
  }

  private static Compiling compile(ProcessorJar... jars) {
    return Compiling.sideEffect().processors(jars);
  }
}
