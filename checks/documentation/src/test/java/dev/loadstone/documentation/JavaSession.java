package dev.loadstone.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Goes through one document's Java, each snippet after those before it. */
final class JavaSession {

  private final Workspace workspace;
  private final Path sources;
  private final Path classes;
  private String printed = "";

  /**
   * Begins a document. Its whole compilation units exist from the beginning.
   *
   * @param snippets those of the document
   * @param workspace the process's working folder
   * @param temporary where sources and classes may be kept
   */
  JavaSession(List<Snippet> snippets, Workspace workspace, Path temporary) throws IOException {
    this.workspace = workspace;
    this.sources = Files.createTempDirectory(temporary, "sources");
    this.classes = temporary;
    for (Snippet snippet : snippets) {
      if (JavaUnit.isWhole(snippet)) {
        write(JavaUnit.of(snippet));
      }
    }
  }

  void check(Snippet snippet) throws Exception {
    if (snippet.isFile()) {
      checkFile(snippet);
    } else {
      checkRun(snippet);
    }
  }

  private void checkFile(Snippet snippet) throws IOException {
    Path file = workspace.write(snippet.key("file").orElseThrow(), snippet.text());
    if (snippet.language().equals("java")) {
      String errors =
          Javac.errors(
              file,
              List.of(file.getParent(), workspace.folder()),
              Files.createTempDirectory(classes, "file"));
      if (snippet.key("broken").isPresent()) {
        assertThat(errors).as("errors of " + snippet).isNotEmpty();
      } else {
        assertThat(errors).as("errors of " + snippet).isEmpty();
      }
    }
  }

  private void checkRun(Snippet snippet) throws Exception {
    JavaUnit unit = JavaUnit.of(snippet);
    Path file = write(unit);
    Path output = Files.createTempDirectory(classes, "run");
    assertThat(Javac.errors(file, List.of(sources), output)).as("errors of " + snippet).isEmpty();
    Optional<String> test = snippet.key("compiled");
    if (test.isEmpty()) {
      run(unit, output);
    } else {
      assertThat(Repository.hasTest(test.get()))
          .as("%s names a test that there is: %s", snippet, test.get())
          .isTrue();
    }
  }

  private Path write(JavaUnit unit) throws IOException {
    Path file = sources.resolve(unit.path());
    Files.createDirectories(file.getParent());
    return Files.writeString(file, unit.source());
  }

  void checkOutput(Snippet snippet) {
    assertThat(printed)
        .as("what is printed before " + snippet)
        .matches(Shown.pattern(snippet.text()));
  }

  private void run(JavaUnit unit, Path output) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, before);
        PrintStream captured = new PrintStream(bytes, true, UTF_8)) {
      thread.setContextClassLoader(loader);
      System.setOut(captured);
      // What is no failure should not look like one in the build's log.
      System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
      for (String name : unit.binaryNames()) {
        start(loader.loadClass(name));
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
      thread.setContextClassLoader(before);
    }
    printed = bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** Runs what a type has of a main method and tests. */
  private static void start(Class<?> type) throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals("main")) {
        try {
          method.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
          throw new AssertionError("the snippet failed: " + e.getCause(), e.getCause());
        }
      }
    }
    if (hasTests(type)) {
      test(type);
    }
  }

  private static boolean hasTests(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .anyMatch(method -> method.isAnnotationPresent(Test.class));
  }

  private static void test(Class<?> type) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(type))
                .build(),
            summary);
    for (TestExecutionSummary.Failure failure : summary.getSummary().getFailures()) {
      throw new AssertionError(
          "the snippet failed: " + failure.getException(), failure.getException());
    }
  }
}
