package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plugin's loader answers what a {@link URLClassLoader} over a JAR of the same files does. */
final class LoaderOracleTest {

  private static final String MAIN =
      """
      package acme;
      import java.io.*;
      import java.lang.invoke.MethodHandles;
      import java.lang.reflect.Proxy;
      public class Pricing {
        interface Hidden { }
        public interface Shown { }
        record Line(int price) implements Serializable { }
        static class Unused { }
        public static MethodHandles.Lookup lookup() { return MethodHandles.lookup(); }
        public static Object proxy() { return proxyOf(Hidden.class); }
        public static Object publicProxy() { return proxyOf(Shown.class); }
        private static Object proxyOf(Class<?> type) {
          return Proxy.newProxyInstance(
              Pricing.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> "it");
        }
        public static Object line() { return new Line(3); }
        public static Object read(InputStream content) throws Exception {
          return new ObjectInputStream(content).readObject();
        }
        public static boolean asserts() { return Unused.class.desiredAssertionStatus(); }
      }
      """;
  private static final Compiled MADE = Compiled.of("package acme; public class Made {}");
  private static final Compiled PLUGIN = plugin();

  @RegisterExtension final OpenModules modules = new OpenModules();

  @TempDir private static Path folder;
  private static Path jar = Path.of("");

  private ClassLoader ours;
  private URLClassLoader oracle;

  /** Asks a loader, or the main class that it loaded, something. */
  private interface Question {
    Object ask(ClassLoader loader, Class<?> main) throws Throwable;
  }

  private static Compiled plugin() {
    Compiled plugin = Compiled.of(MAIN, "@Deprecated package acme;", "class Unnamed {}");
    Compiled cyclic =
        Compiled.of("package acme; class Up {}", "package acme; class Down extends Up {}");
    Compiled other =
        Compiled.of("package acme; class Down {}", "package acme; class Up extends Down {}");
    Compiled all = plugin;
    all = all.with(cyclic.only(file -> file.binaryName().equals("acme.Down")).classFiles().get(0));
    return all.with(other.only(file -> file.binaryName().equals("acme.Up")).classFiles().get(0));
  }

  @BeforeAll
  static void writeJar() throws IOException {
    Map<String, Bytes> files = new HashMap<>(PLUGIN.entries());
    PLUGIN.sources().forEach(source -> files.put(source.name(), source.content()));
    jar = Jars.write(folder.resolve("plugin.jar"), files);
  }

  @BeforeEach
  void makeLoaders() throws Exception {
    PluginParentLoader parent = (PluginParentLoader) modules.overOwnLoader().hostClasses();
    ours =
        new PluginDefinition(PLUGIN.sideEffect("acme.Pricing"), Compiled.ORIGIN, parent)
            .newLoader();
    oracle = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent);
  }

  @AfterEach
  void close() throws IOException {
    oracle.close();
  }

  static Stream<Arguments> questions() {
    return Stream.of(
            Stream.of(
                question(
                    "defined by a lookup, loaded",
                    (loader, main) -> {
                      Class<?> made =
                          lookup(main).defineClass(MADE.bytes("acme.Made").toByteArray());
                      return loader.loadClass("acme.Made") == made;
                    }),
                question(
                    "defined by a lookup, by name",
                    (loader, main) -> {
                      Class<?> made =
                          lookup(main).defineClass(MADE.bytes("acme.Made").toByteArray());
                      return Class.forName("acme.Made", false, loader) == made
                          && lookup(main).findClass("acme.Made") == made;
                    }),
                question(
                    "defined by a lookup, by module",
                    (loader, main) -> {
                      Class<?> made =
                          lookup(main).defineClass(MADE.bytes("acme.Made").toByteArray());
                      return Class.forName(main.getModule(), "acme.Made") == made;
                    }),
                question(
                    "defined by a lookup, its resource",
                    (loader, main) -> {
                      lookup(main).defineClass(MADE.bytes("acme.Made").toByteArray());
                      return loader.getResource("acme/Made.class");
                    }),
                question(
                    "defined twice",
                    (loader, main) -> {
                      lookup(main).defineClass(MADE.bytes("acme.Made").toByteArray());
                      return lookup(main).defineClass(MADE.bytes("acme.Made").toByteArray());
                    }),
                question(
                    "own class defined by another first",
                    (loader, main) -> {
                      byte[] unused = PLUGIN.bytes("acme.Pricing$Unused").toByteArray();
                      return lookup(main).defineClass(unused)
                          == loader.loadClass("acme.Pricing$Unused");
                    }),
                question(
                    "own class defined again",
                    (loader, main) -> {
                      loader.loadClass("acme.Pricing$Unused");
                      return lookup(main)
                          .defineClass(PLUGIN.bytes("acme.Pricing$Unused").toByteArray());
                    }),
                question(
                    "hidden class",
                    (loader, main) -> {
                      Class<?> hidden =
                          lookup(main)
                              .defineHiddenClass(MADE.bytes("acme.Made").toByteArray(), false)
                              .lookupClass();
                      assertThat(hidden.getClassLoader()).isSameAs(loader);
                      return loader.loadClass(hidden.getName());
                    }),
                question(
                    "made by Byte Buddy",
                    (loader, main) -> {
                      Class<?> made =
                          new ByteBuddy()
                              .subclass(Object.class)
                              .name("acme.ByByteBuddy")
                              .make()
                              .load(loader, ClassLoadingStrategy.UsingLookup.of(lookup(main)))
                              .getLoaded();
                      return loader.loadClass("acme.ByByteBuddy") == made;
                    }),
                question(
                    "below it by Byte Buddy",
                    (loader, main) -> {
                      Class<?> made =
                          new ByteBuddy()
                              .subclass(main)
                              .name("acme.Below")
                              .make()
                              .load(loader, ClassLoadingStrategy.Default.WRAPPER)
                              .getLoaded();
                      return made.getSuperclass() == main
                          && made.getClassLoader().getParent() == loader;
                    }),
                question(
                    "proxy of a hidden interface",
                    (loader, main) -> loadsProxy(loader, main, "proxy")),
                question(
                    "proxy of a public interface",
                    (loader, main) -> loadsProxy(loader, main, "publicProxy")),
                question(
                    "serialised record", (loader, main) -> roundTrip(main, call(main, "line"))),
                question(
                    "annotation of its package",
                    (loader, main) -> main.getPackage().isAnnotationPresent(Deprecated.class)),
                question(
                    "its package",
                    (loader, main) -> {
                      Package own = loader.getDefinedPackage("acme");
                      return own
                          + " "
                          + own.isSealed()
                          + " "
                          + own.getImplementationTitle()
                          + " "
                          + (own == main.getPackage());
                    }),
                question(
                    "all packages",
                    (loader, main) ->
                        Arrays.stream(loader.getDefinedPackages())
                            .map(Package::getName)
                            .sorted()
                            .toList()),
                question(
                    "package of the host", (loader, main) -> loader.getDefinedPackage("java.lang")),
                question(
                    "its module",
                    (loader, main) ->
                        main.getModule() == loader.getUnnamedModule()
                            && !main.getModule().isNamed()),
                question(
                    "its code source",
                    (loader, main) ->
                        main.getProtectionDomain().getCodeSource().getLocation() != null
                            && main.getProtectionDomain().getClassLoader() == loader),
                question(
                    "assertions of the loader",
                    (loader, main) -> {
                      loader.setDefaultAssertionStatus(true);
                      loader.setClassAssertionStatus("acme.Pricing$Absent", false);
                      return call(main, "asserts");
                    }),
                question(
                    "assertions of a class",
                    (loader, main) -> {
                      loader.setDefaultAssertionStatus(true);
                      loader.setClassAssertionStatus("acme.Pricing", false);
                      return call(main, "asserts");
                    }),
                question("assertions by default", (loader, main) -> call(main, "asserts")),
                question("parallel", (loader, main) -> loader.isRegisteredAsParallelCapable()),
                question(
                    "many threads",
                    (loader, main) ->
                        IntStream.range(0, 64)
                            .parallel()
                            .mapToObj(i -> load(loader, "acme.Pricing$Unused"))
                            .distinct()
                            .count()),
                question(
                    "resources as a stream",
                    (loader, main) -> loader.resources("acme/Pricing.class").count())),
            Stream.of(
                    "acme.Pricing",
                    "acme.Pricing$Line",
                    "acme.Absent",
                    "acme.pricing",
                    "Unnamed",
                    "acme.Up",
                    "acme.Down",
                    "",
                    ".",
                    "acme",
                    "acme.",
                    "acme/Pricing",
                    "/acme/Pricing",
                    "acme..Pricing",
                    ".acme.Pricing",
                    "acme.Pricing.class",
                    "acme.Pricing ",
                    "int",
                    "[I",
                    "[Lacme.Pricing;",
                    "[[Lacme.Pricing;",
                    "[acme.Pricing;",
                    "Lacme.Pricing;",
                    "acme.package-info",
                    "java.lang.String",
                    "java.lang.Absent",
                    "org.junit.jupiter.api.Test")
                .flatMap(
                    name ->
                        Stream.of(
                            question(
                                "loadClass " + name,
                                (loader, main) -> relative(loader.loadClass(name), loader)),
                            question(
                                "forName " + name,
                                (loader, main) ->
                                    relative(Class.forName(name, false, loader), loader)),
                            question(
                                "forName in its module " + name,
                                (loader, main) ->
                                    relative(Class.forName(main.getModule(), name), loader)))),
            Stream.of(
                    "acme/Pricing.class",
                    "acme/Pricing.java",
                    "acme/package-info.class",
                    "Unnamed.class",
                    "acme/Absent.class",
                    "/acme/Pricing.class",
                    "acme//Pricing.class",
                    "./acme/Pricing.class",
                    "acme/../acme/Pricing.class",
                    "java/lang/String.class",
                    "META-INF/services/none")
                .flatMap(
                    name ->
                        Stream.of(
                            question(
                                "getResource " + name,
                                (loader, main) -> loader.getResource(name) != null),
                            question(
                                "getResources " + name,
                                (loader, main) ->
                                    Collections.list(loader.getResources(name)).size()),
                            question(
                                "getResourceAsStream " + name,
                                (loader, main) -> {
                                  try (var content = loader.getResourceAsStream(name)) {
                                    return content == null
                                        ? null
                                        : Bytes.of(content.readAllBytes());
                                  }
                                }),
                            question(
                                "by class " + name,
                                (loader, main) -> main.getResource("/" + name) != null))),
            Stream.of(
                question("loadClass null", (loader, main) -> loader.loadClass(null)),
                question("forName null", (loader, main) -> Class.forName(null, false, loader)),
                question("getResource null", (loader, main) -> loader.getResource(null)),
                question("getResources null", (loader, main) -> loader.getResources(null)),
                question(
                    "getResourceAsStream null", (loader, main) -> loader.getResourceAsStream(null)),
                question(
                    "getDefinedPackage null", (loader, main) -> loader.getDefinedPackage(null))))
        .flatMap(each -> each);
  }

  private static Arguments question(String name, Question question) {
    return arguments(name, question);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void loader_asked_answersAsUrlClassLoader(String name, Question question) throws Exception {
    assertThat(answer(question, ours)).isEqualTo(answer(question, oracle));
  }

  private static String answer(Question question, ClassLoader loader) throws Exception {
    try {
      return String.valueOf(question.ask(loader, loader.loadClass("acme.Pricing")));
    } catch (Throwable thrown) {
      return thrown.getClass().getName();
    }
  }

  private static MethodHandles.Lookup lookup(Class<?> main) throws Throwable {
    return (MethodHandles.Lookup) call(main, "lookup");
  }

  private static Object call(Class<?> main, String method) throws Throwable {
    try {
      return main.getMethod(method).invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean loadsProxy(ClassLoader loader, Class<?> main, String method)
      throws Throwable {
    Class<?> proxy = call(main, method).getClass();
    return Proxy.isProxyClass(proxy)
        && loader.loadClass(proxy.getName()) == proxy
        && Class.forName(proxy.getName(), false, loader) == proxy;
  }

  private static Object roundTrip(Class<?> main, Object value) throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(written)) {
      out.writeObject(value);
    }
    Object read =
        main.getMethod("read", InputStream.class)
            .invoke(null, new ByteArrayInputStream(written.toByteArray()));
    return read.equals(value);
  }

  private static Class<?> load(ClassLoader loader, String name) {
    Callable<Class<?>> loading = () -> loader.loadClass(name);
    try {
      return loading.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String relative(Class<?> type, ClassLoader loader) {
    return type.getName() + (type.getClassLoader() == loader ? " of its own" : "");
  }
}
