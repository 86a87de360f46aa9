package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
public final class LoadstoneTest {

  private static final SourceSet COUNTER =
      Sources.of(
          "Counter.java",
          """
          public class Counter implements java.util.function.IntSupplier {
            private static int count;
            public int getAsInt() { return ++count; }
          }
          """);

  private final Loadstone loadstone = Loadstone.create();

  @AfterEach
  void close() {
    loadstone.close();
  }

  @Test
  void load_pluginOfAClass_givesItsValue() {
    Runnable plugin =
        loadstone
            .loader(Runnable.class)
            .load(
                Sources.of("A.java", "public class A implements Runnable { public void run() {} }"))
            .get();

    plugin.run();

    assertThat(plugin.getClass().getName()).isEqualTo("A");
  }

  @Test
  void load_pluginOfAGenericType_givesItsValue() {
    Function<String, Integer> plugin =
        loadstone
            .loader(new TypeRef<Function<String, Integer>>() {})
            .load(
                Sources.of(
                    "Length.java",
                    """
                    import java.util.function.Function;
                    public class Length implements Function<String, Integer> {
                      public Integer apply(String s) { return s.length(); }
                    }
                    """))
            .get();

    assertThat(plugin.apply("four")).isEqualTo(4);
  }

  @Test
  void load_pluginOfATypeWithWildcardsInside_givesItsValue() {
    Function<Map<String, ?>, List<Class<?>>> plugin =
        loadstone
            .loader(new TypeRef<Function<Map<String, ?>, List<Class<?>>>>() {})
            .load(
                Sources.of(
                    "Classes.java",
                    """
                    import java.util.*;
                    import java.util.function.Function;
                    public class Classes implements Function<Map<String, ?>, List<Class<?>>> {
                      public List<Class<?>> apply(Map<String, ?> map) { return List.of(String.class); }
                    }
                    """))
            .get();

    assertThat(plugin.apply(Map.of())).containsExactly(String.class);
  }

  @Test
  void load_typeArgumentsThatDoNotFit_failsAtTheUsersLine() {
    Throwable error =
        loadstone
            .loader(new TypeRef<Function<String, Integer>>() {})
            .load(
                Sources.of(
                    "Wrong.java",
                    """
                    import java.util.function.Function;

                    public class Wrong implements Function<String, String> {
                      public String apply(String s) { return s; }
                    }
                    """))
            .await()
            .getCause()
            .get();

    assertThat(error).isInstanceOf(CompilationFailed.class);
    assertThat(error.getMessage()).startsWith("Wrong.java:3: error: incompatible types");
  }

  @Test
  void load_getOfAFailure_throwsTheErrorItself() {
    Future<Void> failing =
        loadstone.sideEffects().load(Sources.of("F.java", "class F { int x = y; }"));

    assertThatThrownBy(failing::get).isExactlyInstanceOf(CompilationFailed.class);
    assertThat(failing.await().toTry().getCause()).isExactlyInstanceOf(CompilationFailed.class);
  }

  @Test
  void load_filesInAFolder_givesTheValue(@TempDir Path folder) {
    Path helper =
        Sources.write(
            folder, "Words.java", "class Words { static String hello() { return \"hello\"; } }");
    Path main =
        Sources.write(
            folder,
            "Main.java",
            "public class Main { public static java.util.function.Supplier<String> provider() {"
                + " return Words::hello; } }");

    Supplier<String> plugin =
        loadstone.loader(new TypeRef<Supplier<String>>() {}).load(List.of(helper, main)).get();

    assertThat(plugin.get()).isEqualTo("hello");
  }

  @Test
  void loadWithoutRunning_runTwice_hasFreshStaticsEachTime() {
    Plugin<IntSupplier> plugin =
        loadstone.loader(IntSupplier.class).loadWithoutRunning(COUNTER).get();

    IntSupplier first = plugin.run().get();
    IntSupplier second = plugin.run().get();

    assertThat(List.of(first.getAsInt(), first.getAsInt(), second.getAsInt()))
        .containsExactly(1, 2, 1);
  }

  @Test
  void check_plugin_runsNothingOfIt() {
    String property = "loadstone.test." + System.nanoTime();

    loadstone
        .sideEffects()
        .check(
            Sources.of(
                "Set.java",
                "class Set { static { System.setProperty(\"" + property + "\", \"\"); } }"))
        .get();

    assertThat(System.getProperty(property)).isNull();
  }

  @Test
  void sideEffects_mainMethod_getsTheArguments() {
    String property = "loadstone.test." + System.nanoTime();

    loadstone
        .sideEffects(property, "value")
        .load(
            Sources.of(
                "Set.java",
                "class Set { public static void main(String[] a) { System.setProperty(a[0], a[1]); } }"))
        .get();

    assertThat(System.getProperty(property)).isEqualTo("value");
  }

  @Test
  void load_pluginThatThrows_failsWithWhatItThrew() {
    Throwable error =
        loadstone
            .loader(Runnable.class)
            .load(
                Sources.of(
                    "Bad.java",
                    "public class Bad implements Runnable { public Bad() { throw new"
                        + " IllegalStateException(\"no\"); } public void run() {} }"))
            .await()
            .getCause()
            .get();

    assertThat(error)
        .isInstanceOf(PluginFailed.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(error.getMessage()).startsWith("Bad.java: ");
  }

  @Test
  void load_hostClasses_areTheHostsOwn() {
    Supplier<?> plugin =
        loadstone
            .loader(Supplier.class)
            .load(
                Sources.of(
                    "Ref.java",
                    """
                    import dev.loadstone.Loadstone;
                    public class Ref implements java.util.function.Supplier<Object> {
                      public Object get() { return Loadstone.class; }
                    }
                    """))
            .get();

    assertThat(plugin.get()).isSameAs(Loadstone.class);
  }

  @Test
  void load_pluginThatLoadsPlugins_doesNotStarve() {
    Callable<?> plugin =
        loadstone
            .loader(Callable.class)
            .load(
                Sources.of(
                    "Outer.java",
                    """
                    import dev.loadstone.Loadstone;
                    import dev.loadstone.domain.source.SourceFile;
                    import dev.loadstone.domain.source.SourceSet;
                    public class Outer implements java.util.concurrent.Callable<Object> {
                      private final Object inner;
                      public Outer() {
                        try (Loadstone own = Loadstone.create()) {
                          inner = own.loader(Runnable.class).load(SourceSet.of(SourceFile.of("Inner.java",
                              "public class Inner implements Runnable { public void run() {} }"))).get();
                        }
                      }
                      public Object call() { return inner.getClass().getName(); }
                    }
                    """))
            .get();

    assertThat(plugin).extracting(p -> call(p)).isEqualTo("Inner");
  }

  private static Object call(Object callable) {
    try {
      return ((Callable<?>) callable).call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void load_manyAtOnce_allSucceed() {
    List<Future<IntSupplier>> futures = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      futures.add(loadstone.loader(IntSupplier.class).load(COUNTER));
    }

    assertThat(futures).allSatisfy(each -> assertThat(each.get().getAsInt()).isEqualTo(1));
  }

  @Test
  void load_valueDropped_isCollected() {
    WeakReference<ClassLoader> loader = loadAndDrop();

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (loader.get() != null && System.nanoTime() < deadline) {
      System.gc();
    }

    assertThat(loader.get()).isNull();
  }

  private WeakReference<ClassLoader> loadAndDrop() {
    IntSupplier plugin =
        loadstone
            .loader(IntSupplier.class)
            .load(
                Sources.of(
                    "Leaky.java",
                    """
                    public class Leaky implements java.util.function.IntSupplier {
                      static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                      public Leaky() { LOCAL.set(new Object() {}); }
                      public int getAsInt() { return 1; }
                    }
                    """))
            .get();
    return new WeakReference<>(plugin.getClass().getClassLoader());
  }

  @Test
  void load_pluginThatLoadsPluginsOnASingleThreadExecutor_doesNotStarve() {
    java.util.concurrent.ExecutorService single =
        java.util.concurrent.Executors.newSingleThreadExecutor();
    try (Loadstone bounded = Loadstone.builder().executor(single).build()) {
      Reentry.loadstone = bounded;
      Supplier<?> plugin =
          bounded
              .loader(Supplier.class)
              .load(
                  Sources.of(
                      "Outer.java",
                      """
                      public class Outer implements java.util.function.Supplier<Object> {
                        private final Object inner = dev.loadstone.LoadstoneTest.Reentry.load();
                        public Object get() { return inner; }
                      }
                      """))
              .get();

      assertThat(plugin.get()).isEqualTo("Counter");
    }
    single.shutdown();
  }

  /** What a plugin of a test calls to load another one and wait for it. */
  public static final class Reentry {

    private static volatile Loadstone loadstone;

    private Reentry() {}

    public static String load() {
      return loadstone.loader(IntSupplier.class).load(COUNTER).get().getClass().getName();
    }
  }

  @Test
  void warnings_uncheckedByDefault_failTheCompilationAndStayWarnings() {
    SourceSet raw =
        Sources.of(
            "Raw.java",
            "class Raw { public static void main(String[] args) {} java.util.List<String> f(Object o) { @SuppressWarnings(\"rawtypes\")"
                + " java.util.List l = null; return l; } }");

    Throwable error = loadstone.sideEffects().check(raw).await().getCause().get();

    assertThat(error.getMessage())
        .startsWith("Raw.java:1: warning: [unchecked] ")
        .endsWith(
            "refused: 1 warning, and warnings are treated as errors. Correct the source, or except it:"
                + " Warnings.asErrors().except(\"unchecked\").");
    try (Loadstone lenient =
        Loadstone.builder().warnings(Warnings.asErrors().except("unchecked")).build()) {
      assertThat(lenient.sideEffects().check(raw).await().isSuccess()).isTrue();
    }
  }

  @Test
  void provenance_ofALinkedPlugin_tellsHowItWasBuilt() {
    Provenance provenance =
        loadstone.loader(IntSupplier.class).loadWithoutRunning(COUNTER).get().provenance();

    assertThat(provenance.mainClass()).isEqualTo("Counter");
    assertThat(provenance.contract())
        .isEqualTo(
            Contract.type("java.util.function.IntSupplier", "java.util.function.IntSupplier"));
    assertThat(provenance.settings().release()).isEqualTo(Runtime.version().feature());
    assertThat(provenance.content().classFiles()).containsOnlyKeys("Counter");
    assertThat(provenance.content().sources()).extracting("name").containsExactly("Counter.java");
    assertThat(provenance.content().retention()).isEqualTo(SourceRetention.KEPT);
  }

  @Test
  void close_laterCalls_giveClosed() {
    PluginLoader<IntSupplier> loader = loadstone.loader(IntSupplier.class);
    Plugin<IntSupplier> plugin = loader.loadWithoutRunning(COUNTER).get();

    loadstone.close();
    loadstone.close();

    assertThat(loader.load(COUNTER).await().getCause().get()).isInstanceOf(Closed.class);
    assertThat(loader.check(COUNTER).await().getCause().get()).isInstanceOf(Closed.class);
    assertThat(plugin.run().getCause()).isInstanceOf(Closed.class);
    assertThat(loader.expert().blockingLoadArtifact(Path.of("x.jar")).getCause())
        .isInstanceOf(Closed.class);
    assertThat(loadstone.inspect(Path.of("x.jar")).await().getCause().get())
        .isInstanceOf(Closed.class);
  }

  @Test
  void calls_withNull_throwAtOnce() {
    PluginLoader<IntSupplier> loader = loadstone.loader(IntSupplier.class);

    assertThatThrownBy(() -> loader.load((SourceSet) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> loader.load((List<Path>) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> loader.expert().loadArtifact(null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void builder_compilerOptionThatBreaksAPromise_isRefusedAtOnce() {
    assertThatThrownBy(() -> Loadstone.builder().compilerOptions("-proc:full"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-proc:full");
  }

  @Test
  void builder_classPathEntryThatIsMissing_isRefused() {
    Loadstone.Builder builder =
        Loadstone.builder().classPath(List.of(Path.of("no-such-folder", "missing.jar")));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing.jar");
  }

  @Test
  void release_older_isRecordedAndJudgedByTheCompiler() {
    try (Loadstone eleven = Loadstone.builder().release(11).build()) {
      Throwable error =
          eleven
              .sideEffects()
              .check(Sources.of("R.java", "record R() {}"))
              .await()
              .getCause()
              .get();
      Provenance provenance =
          eleven
              .sideEffects()
              .loadWithoutRunning(
                  Sources.of("C.java", "class C { public static void main(String[] args) {} }"))
              .get()
              .provenance();

      assertThat(error).isInstanceOf(CompilationFailed.class);
      assertThat(provenance.settings().release()).isEqualTo(11);
    }
  }

  @Test
  void load_shebangAndByteOrderMark_keepLineNumbers() {
    Throwable error =
        loadstone
            .sideEffects()
            .load(
                Sources.of(
                    "S.java", "\uFEFF#!/usr/bin/env loadstone\nclass S {\n  int x = y;\n}\n"))
            .await()
            .getCause()
            .get();

    assertThat(error.getMessage())
        .startsWith("S.java:3: error: cannot find symbol\n  int x = y;\n");
  }

  @Test
  void load_sameNameTwiceWithOtherText_loadsThePresentOne() {
    SourceSet first = Sources.of("V.java", value(1));
    SourceSet second = SourceSet.of(SourceFile.of("V.java", value(2)));

    PluginLoader<IntSupplier> loader = loadstone.loader(IntSupplier.class);

    assertThat(loader.load(first).get().getAsInt()).isEqualTo(1);
    assertThat(loader.load(second).get().getAsInt()).isEqualTo(2);
  }

  private static String value(int value) {
    return "public class V implements java.util.function.IntSupplier { public int getAsInt() { return "
        + value
        + "; } }";
  }
}
