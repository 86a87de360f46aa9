package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.classfile.HostClassSource;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.HostFailed;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A host whose class loader gives classes, and whose packages nobody can list. */
@Timeout(120)
final class UnlistableHostTest {

  /** Ways to give classes without telling which ones there are. */
  enum Host {
    /** By resource streams only. */
    STREAMS {
      @Override
      ClassLoader over(Map<String, byte[]> classes, Path folder) {
        return new StreamLoader(classes);
      }
    },
    /** By URLs with a scheme of their own. */
    OWN_SCHEME {
      @Override
      ClassLoader over(Map<String, byte[]> classes, Path folder) {
        return new SchemeLoader(classes);
      }
    },
    /** By asking a loader that is not its parent, over a class folder. */
    SIBLING {
      @Override
      ClassLoader over(Map<String, byte[]> classes, Path folder) {
        return new SiblingLoader(new URLClassLoader(new URL[] {url(folder)}, parent()));
      }
    },
    /** By more URLs than it tells of. */
    SECRET_URLS {
      @Override
      ClassLoader over(Map<String, byte[]> classes, Path folder) {
        return new SecretUrlLoader(url(folder));
      }
    };

    abstract ClassLoader over(Map<String, byte[]> classes, Path folder);
  }

  private static final String[] UNITS = {
    // What b.api names and no source does: superclass, result, parameter of a package of its own.
    "package a.base; public class Root { public String root() { return \"root\"; } }",
    "package a.base; public class Deep extends Root {}",
    """
    package a.api;
    public class Greeting extends a.base.Deep {
      public static final String WORD = "hi";
      public static Greeting of(int n) { return new Greeting(); }
      public Kind kind() { return Kind.LOUD; }
      public enum Kind { LOUD, SOFT }
      public static class Nested { public interface Deepest { int N = 7; } }
    }""",
    "package a.api; public @interface Marked { Greeting.Kind value(); }",
    "package b.api; public interface Task extends java.util.concurrent.Callable<String> {}",
    "package b.api; public abstract class Chain { public a.base.Deep next() { return null; } }",
  };

  @TempDir private static Path folder;
  private static final Map<String, byte[]> CLASSES = new HashMap<>();

  @BeforeAll
  static void compileHost() throws IOException {
    HostJar.compile(
        folder,
        Stream.of(UNITS)
            .map(
                text ->
                    HostJar.unit(
                        text.replaceFirst("(?s).*?(?:class|interface) (\\w+).*", "$1") + ".java",
                        text))
            .toList());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('/', '.').replace('\\', '.');
        CLASSES.put(name.substring(0, name.length() - 6), Files.readAllBytes(file));
      }
    }
  }

  private record Form(String name, String source, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Form> FORMS =
      List.of(
          form("single import", "import a.api.Greeting;", "Greeting.WORD", "hi"),
          form("star import", "import a.api.*;", "\"\" + Greeting.of(2).kind()", "LOUD"),
          form("qualified name", "", "a.api.Greeting.of(1).root()", "root"),
          form("nested type", "import a.api.Greeting.Kind;", "Kind.SOFT.name()", "SOFT"),
          form("deeply nested", "", "\"\" + a.api.Greeting.Nested.Deepest.N", "7"),
          form("star of a type", "import a.api.Greeting.*;", "Kind.SOFT.name()", "SOFT"),
          form("static import", "import static a.api.Greeting.WORD;", "WORD", "hi"),
          form("static star", "import static a.api.Greeting.*;", "WORD + of(1).root()", "hiroot"),
          form("chain", "", "new b.api.Chain() {}.next() == null ? \"none\" : \"\"", "none"),
          new Form(
              "annotation",
              "import a.api.*; @Marked(Greeting.Kind.LOUD) public class P implements"
                  + " b.api.Task { public String call() { return \"ok\"; } }",
              "ok"),
          new Form(
              "own package",
              "package own; import b.api.Task; public class P implements Task { static class Greeting"
                  + " {} public String call() { return \"\" + new Greeting().getClass().getName(); } }",
              "own.P$Greeting"));

  private static Form form(String name, String imports, String expression, String value) {
    return new Form(
        name,
        imports
            + " public class P implements b.api.Task { public String call() { return "
            + expression
            + "; } }",
        value);
  }

  static Stream<Arguments> hostsAndForms() {
    return Stream.of(Host.values())
        .flatMap(host -> FORMS.stream().map(form -> Arguments.of(host, form)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("hostsAndForms")
  void load_namedInAnyForm_runs(Host host, Form form) throws Exception {
    ClassLoader loader = host.over(CLASSES, folder);

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      assertThat(tasks(loadstone, loader).load(source(form.source())).get().call())
          .isEqualTo(form.value());
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void artifact_ofUnlistableHost_recordsAndLoads(Host host, @TempDir Path work) throws Exception {
    ClassLoader loader = host.over(CLASSES, folder);
    Path source = work.resolve("P.java");
    Files.writeString(source, FORMS.get(1).source());

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      PluginLoader<Callable<String>> tasks = tasks(loadstone, loader);
      tasks.expert().compile(List.of(source), work.resolve("p.jar")).get();
      Provenance made = loadstone.inspect(work.resolve("p.jar")).get();

      assertThat(made.dependencies().classes().keySet())
          .contains("a.api.Greeting", "a.base.Deep", "a.base.Root", "b.api.Task");
      assertThat(made.dependencies().absentClasses()).contains("a.api.String");
      assertThat(loadstone.differences(work.resolve("p.jar")).get()).isEmpty();
      assertThat(tasks.expert().loadArtifact(work.resolve("p.jar")).get().call()).isEqualTo("LOUD");
    }
  }

  /** The host comes to have the plugin's own package, of which nobody can tell. */
  @ParameterizedTest
  @CsvSource({
    "STREAMS, Deep, new Deep().root()",
    "OWN_SCHEME, Deep, new Deep().root()",
    "STREAMS, Integer, new Deep().root() + Integer.valueOf(1)",
    "STREAMS, Deep, new Deep().root() + java.util.List.of()"
  })
  void artifact_classAppearsInThePluginsPackage_isRefused(
      Host host, String appearing, String expression, @TempDir Path work) throws Exception {
    Path source =
        Files.writeString(
            work.resolve("P.java"),
            "package own; import a.base.*; public class P implements b.api.Task { public String"
                + " call() { return %s; } }".formatted(expression));
    ClassLoader before = host.over(CLASSES, folder);
    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(before).build()) {
      tasks(loadstone, before).expert().compile(List.of(source), work.resolve("p.jar")).get();
      assertThat(loadstone.differences(work.resolve("p.jar")).get()).isEmpty();
    }
    HostJar.compile(
        work,
        List.of(
            HostJar.unit(
                appearing + ".java",
                "package own; public class %s { public String root() { return null; } }"
                    .formatted(appearing))));
    Map<String, byte[]> more = new HashMap<>(CLASSES);
    more.put("own." + appearing, Files.readAllBytes(work.resolve("own/" + appearing + ".class")));
    ClassLoader now = host.over(more, folder);

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(now).build()) {
      assertThat(loadstone.differences(work.resolve("p.jar")).get())
          .extracting(Difference::subject)
          .contains("own." + appearing);
      assertThat(
              tasks(loadstone, now)
                  .expert()
                  .loadArtifact(work.resolve("p.jar"))
                  .await()
                  .getCause()
                  .get())
          .isInstanceOf(ContextMismatch.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void load_intoPackageOfTheHost_isRefused(Host host) throws Exception {
    ClassLoader loader = host.over(CLASSES, folder);

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      Throwable error =
          catchThrowable(
              tasks(loadstone, loader)
                      .load(
                          source(
                              "package b.api; public class P implements Task { public String call()"
                                  + " { return \"\"; } }"))
                  ::get);

      assertThat(error)
          .isInstanceOf(CompilationFailed.class)
          .hasMessageContaining("package b.api is taken");
    }
  }

  @Test
  void load_withAllowList_hidesWhatCannotBeListed() throws Exception {
    ClassLoader loader = Host.STREAMS.over(CLASSES, folder);

    try (Loadstone loadstone =
        Loadstone.builder().hostClassLoader(loader).allowPackages("b.api").build()) {
      Throwable error =
          catchThrowable(tasks(loadstone, loader).load(source(FORMS.get(0).source()))::get);

      assertThat(error)
          .hasMessageContaining("package a.api does not exist for plugins")
          .hasMessageContaining("(the host hides a.api from plugins, and allows b.api;");
    }
  }

  @Test
  void load_unusedStarImportOfUnlistablePackage_isTheDocumentedError() throws Exception {
    ClassLoader loader = Host.STREAMS.over(CLASSES, folder);

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      Throwable error =
          catchThrowable(
              tasks(loadstone, loader)
                      .load(
                          source(
                              "import a.api.*; public class P implements b.api.Task { public String"
                                  + " call() { return \"\"; } }"))
                  ::get);

      assertThat(error).hasMessageContaining("package a.api does not exist");
    }
  }

  @Test
  void load_hostThatListsByOtherMeans_knowsEveryClass() throws Exception {
    ClassLoader loader = Host.STREAMS.over(CLASSES, folder);
    HostClassSource listing =
        new HostClassSource() {
          @Override
          public Try<Option<List<String>>> classesIn(String packageName) {
            return Try.success(
                Option.some(
                    CLASSES.keySet().stream()
                        .filter(name -> name.startsWith(packageName + "."))
                        .toList()));
          }
        };

    try (Loadstone loadstone =
        Loadstone.builder().hostClassLoader(loader).hostClasses(listing).build()) {
      assertThat(
              tasks(loadstone, loader)
                  .load(
                      source(
                          "import a.api.*; public class P implements b.api.Task { public String"
                              + " call() { return \"star\"; } }"))
                  .get()
                  .call())
          .isEqualTo("star");
    }
  }

  @Test
  void load_classWithoutBytes_isRefusedByNameUnlessTheyAreSupplied() throws Exception {
    ClassLoader loader = new SilentLoader(CLASSES, "a.api.Greeting");
    HostClassSource bytes =
        new HostClassSource() {
          @Override
          public Try<Option<Bytes>> classFile(String binaryName) {
            return Try.success(Option.of(CLASSES.get(binaryName)).map(Bytes::of));
          }
        };

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build();
        Loadstone supplied =
            Loadstone.builder().hostClassLoader(loader).hostClasses(bytes).build()) {
      for (Form form : FORMS.subList(0, 3)) {
        Throwable error = catchThrowable(tasks(loadstone, loader).load(source(form.source()))::get);

        assertThat(error)
            .as(form.name())
            .isInstanceOf(CompilationFailed.class)
            .hasMessageContaining("gives a.api.Greeting without its class file");
        assertThat(tasks(supplied, loader).load(source(form.source())).get().call())
            .isEqualTo(form.value());
      }
    }
  }

  @Test
  void loader_contractWithoutBytes_isRefusedWithTheCure() throws Exception {
    ClassLoader loader = new SilentLoader(CLASSES, "b.api.Task");

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      assertThat(catchThrowable(() -> tasks(loadstone, loader)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gives the class without its class file")
          .hasMessageContaining("hostClasses");
    }
  }

  @ParameterizedTest
  @EnumSource
  void load_hostLoaderThatThrows_isHostFailed(Thrown thrown) throws Exception {
    FailingLoader loader = new FailingLoader(CLASSES, thrown);

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      PluginLoader<Callable<String>> tasks = tasks(loadstone, loader);
      loader.isFailing = true;
      Throwable error = catchThrowable(tasks.load(source(FORMS.get(0).source()))::get);

      assertThat(error).isInstanceOf(HostFailed.class).hasMessageContaining("FailingLoader");
      assertThat(((HostFailed) error).name()).isNotEmpty();
    }
  }

  @Test
  void loader_contractThatTheHostFailsToGive_isHostFailed() throws Exception {
    FailingLoader loader = new FailingLoader(CLASSES, Thrown.RUNTIME_EXCEPTION);
    Class<?> contract = loader.loadClass("b.api.Task");
    loader.isFailing = true;

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader).build()) {
      assertThat(catchThrowable(() -> loadstone.loader(contract))).isInstanceOf(HostFailed.class);
    }
  }

  @Test
  void load_againstPluginOfThisLibrary_seesItsClasses() throws Exception {
    SourceSet greetings =
        SourceSet.of(
            SourceFile.of(
                "Greeting.java",
                "package first; public class Greeting implements Runnable { public void run() {}"
                    + " public static String of(int n) { return \"hi\" + n; } public static class"
                    + " Inner { public static final int N = 3; } }"));

    try (Loadstone first = Loadstone.create()) {
      ClassLoader plugin =
          first.loader(Runnable.class).load(greetings).get().getClass().getClassLoader();
      try (Loadstone second = Loadstone.builder().hostClassLoader(plugin).build()) {
        for (String imports : List.of("import first.*;", "import first.Greeting;")) {
          Object value =
              second
                  .loader(Callable.class)
                  .load(
                      source(
                          imports
                              + " public class P implements java.util.concurrent.Callable<String> {"
                              + " public String call() { return Greeting.of(Greeting.Inner.N); } }"))
                  .get()
                  .call();
          assertThat(value).isEqualTo("hi3");
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static PluginLoader<Callable<String>> tasks(Loadstone loadstone, ClassLoader loader)
      throws ClassNotFoundException {
    return (PluginLoader<Callable<String>>)
        (PluginLoader<?>) loadstone.loader(loader.loadClass("b.api.Task"));
  }

  private static SourceSet source(String text) {
    return SourceSet.of(SourceFile.of("P.java", text));
  }

  private static ClassLoader parent() {
    return UnlistableHostTest.class.getClassLoader();
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static class StreamLoader extends ClassLoader {
    final Map<String, byte[]> classes;

    StreamLoader(Map<String, byte[]> classes) {
      super(parent());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    byte @Nullable [] bytes(String resource) {
      return resource.endsWith(".class")
          ? classes.get(resource.substring(0, resource.length() - 6).replace('/', '.'))
          : null;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      byte[] bytes = bytes(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }

  private static final class SchemeLoader extends StreamLoader {
    SchemeLoader(Map<String, byte[]> classes) {
      super(classes);
    }

    @Override
    protected @Nullable URL findResource(String name) {
      byte[] bytes = bytes(name);
      try {
        return bytes == null ? null : new URL(null, "memory:///" + name, serving(bytes));
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static URLStreamHandler serving(byte[] bytes) {
      return new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) {
          return new URLConnection(url) {
            @Override
            public void connect() {}

            @Override
            public InputStream getInputStream() {
              return new ByteArrayInputStream(bytes);
            }
          };
        }
      };
    }
  }

  private static final class SiblingLoader extends ClassLoader {
    private final ClassLoader sibling;

    SiblingLoader(ClassLoader sibling) {
      super(parent());
      this.sibling = sibling;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return sibling.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
      return sibling.getResource(name);
    }
  }

  private static final class SecretUrlLoader extends URLClassLoader {
    SecretUrlLoader(URL folder) {
      super(new URL[] {folder}, parent());
    }

    @Override
    public URL[] getURLs() {
      return new URL[0];
    }
  }

  /** Gives a class and no bytes of it. */
  private static final class SilentLoader extends StreamLoader {
    private final String silent;

    SilentLoader(Map<String, byte[]> classes, String silent) {
      super(classes);
      this.silent = silent;
    }

    @Override
    byte @Nullable [] bytes(String resource) {
      return resource.startsWith(silent.replace('.', '/') + ".") ? null : super.bytes(resource);
    }
  }

  /** What a loader may throw. */
  enum Thrown {
    RUNTIME_EXCEPTION {
      @Override
      void fail() {
        throw new IllegalStateException("stopped");
      }
    },
    ERROR {
      @Override
      void fail() {
        throw new NoClassDefFoundError("gone");
      }
    },
    CHECKED {
      @Override
      void fail() {
        this.<RuntimeException>rethrow(new IOException("closed"));
      }
    };

    abstract void fail();

    @SuppressWarnings({"unchecked", "UnusedMethod"})
    <X extends Throwable> void rethrow(Throwable thrown) throws X {
      if (thrown != null) {
        throw (X) thrown;
      }
    }
  }

  private static final class FailingLoader extends StreamLoader {
    private final Thrown thrown;
    private volatile boolean isFailing;

    FailingLoader(Map<String, byte[]> classes, Thrown thrown) {
      super(classes);
      this.thrown = thrown;
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      failIfSo();
      return super.loadClass(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
      failIfSo();
      return super.getResource(name);
    }

    private void failIfSo() {
      if (isFailing) {
        thrown.fail();
      }
    }
  }
}
