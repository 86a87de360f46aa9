package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.SchedulerStarted;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the listener is told of each call, in which order, and what it cannot spoil. */
@Timeout(120)
final class ListenerTest {

  private static final SourceSet ONE =
      Sources.of(
          "One.java",
          "public class One implements java.util.function.IntSupplier { public int getAsInt() { return 1; } }");
  private static final Event COMPILED = new Event.Compiled(List.of("One.java"), "One", List.of());
  private static final Event LINKED = new Event.Linked("One.java", "One");
  private static final Event STARTING = new Event.Starting("One.java", "One");
  private static final Event RAN = new Event.Ran("One.java", "One");

  @TempDir private Path folder;

  private final List<Event> events = new CopyOnWriteArrayList<>();

  @Test
  void load_plugin_tellsEveryStepInOrder() {
    try (Loadstone loadstone = listening()) {
      loadstone.loader(IntSupplier.class).load(ONE).get();
    }

    assertThat(events).containsExactly(COMPILED, LINKED, STARTING, RAN);
  }

  @Test
  void loadWithoutRunning_plugin_tellsOfNoRunUntilThereIsOne() {
    try (Loadstone loadstone = listening()) {
      Plugin<IntSupplier> plugin =
          loadstone.loader(IntSupplier.class).loadWithoutRunning(ONE).get();
      assertThat(events).containsExactly(COMPILED, LINKED);

      plugin.run().get();
      plugin.run().get();
    }

    assertThat(events).containsExactly(COMPILED, LINKED, STARTING, RAN, STARTING, RAN);
  }

  @Test
  void check_plugin_tellsOfNoRun() {
    try (Loadstone loadstone = listening()) {
      loadstone.loader(IntSupplier.class).check(ONE).await();
    }

    assertThat(events).containsExactly(COMPILED, LINKED);
  }

  @Test
  void compileAndLoadArtifact_plugin_tellOfWritingAndAdmitting() {
    Path source = Sources.write(folder, "One.java", ONE.mainFile().text());
    Path jar = folder.resolve("one.jar");
    try (Loadstone loadstone = listening()) {
      PluginLoader.Expert<IntSupplier> expert = loadstone.loader(IntSupplier.class).expert();
      expert.compile(List.of(source), jar).get();
      assertThat(events)
          .containsExactly(
              new Event.Compiled(List.of(source.toString()), "One", List.of()),
              new Event.Written(jar.toString(), "One"));
      events.clear();

      expert.loadArtifact(jar).get();
      loadstone.inspect(jar).get();
    }

    assertThat(events)
        .containsExactly(
            new Event.Admitted(jar.toString(), "One"),
            new Event.Linked(jar.toString(), "One"),
            new Event.Starting(jar.toString(), "One"),
            new Event.Ran(jar.toString(), "One"));
  }

  @Test
  void load_missingFile_tellsOfTheErrorOnce() {
    Path missing = folder.resolve("Missing.java");

    Throwable error = error(loadstone -> loadstone.sideEffects().load(List.of(missing)));

    assertThat(error).isInstanceOf(SourceNotFound.class);
    assertThat(events).containsExactly(new Event.Failed((PluginException) error));
  }

  @Test
  void check_brokenSource_tellsOfTheErrorOnce() {
    Throwable error =
        error(loadstone -> loadstone.sideEffects().check(Sources.of("A.java", "class A {")));

    assertThat(error).isInstanceOf(CompilationFailed.class);
    assertThat(events).containsExactly(new Event.Failed((PluginException) error));
  }

  @Test
  void compile_outputThatCannotBeWritten_tellsOfTheErrorOnce() {
    Path source =
        Sources.write(folder, "A.java", "class A { public static void main(String[] args) {} }");

    Throwable error =
        error(loadstone -> loadstone.sideEffects().expert().compile(List.of(source), folder));

    assertThat(error).isInstanceOf(StoreFailed.class);
    assertThat(events)
        .containsExactly(
            new Event.Compiled(List.of(source.toString()), "A", List.of()),
            new Event.Failed((PluginException) error));
  }

  @Test
  void loadArtifactAndInspect_foreignFile_tellOfTheErrorOnceEach() {
    Path text = Sources.write(folder, "text.jar", "text");

    Throwable loading = error(loadstone -> loadstone.sideEffects().expert().loadArtifact(text));
    Throwable inspecting = error(loadstone -> loadstone.inspect(text));

    assertThat(List.of(loading, inspecting)).hasOnlyElementsOfType(NotAnArtifact.class);
    assertThat(events)
        .containsExactly(
            new Event.Failed((PluginException) loading),
            new Event.Failed((PluginException) inspecting));
  }

  @Test
  void load_pluginThatThrows_tellsOfTheBeginningAndTheErrorAndOfNoEnd() {
    Throwable error =
        error(
            loadstone ->
                loadstone
                    .sideEffects()
                    .load(
                        Sources.of(
                            "One.java", "class One { static int x = Integer.parseInt(\"x\"); }")));

    assertThat(error).isInstanceOf(PluginFailed.class);
    assertThat(events)
        .containsExactly(COMPILED, LINKED, STARTING, new Event.Failed((PluginException) error));
  }

  @Test
  void run_pluginThatThrows_tellsOfEachRunsError() {
    SourceSet throwing =
        Sources.of("One.java", "class One { static int x = Integer.parseInt(\"x\"); }");
    try (Loadstone loadstone = listening()) {
      Plugin<Void> plugin = loadstone.sideEffects().loadWithoutRunning(throwing).get();
      Throwable first = plugin.run().getCause();
      Throwable second = plugin.run().getCause();

      assertThat(events)
          .containsExactly(
              COMPILED,
              LINKED,
              STARTING,
              new Event.Failed((PluginException) first),
              STARTING,
              new Event.Failed((PluginException) second));
    }
  }

  @Test
  void calls_refusedForTheirMoment_tellNothing() {
    Loadstone loadstone = listening();
    PluginLoader.Expert<Void> expert = loadstone.sideEffects().expert();
    Plugin<IntSupplier> plugin = loadstone.loader(IntSupplier.class).loadWithoutRunning(ONE).get();
    events.clear();

    assertThat(expert.blockingLoadArtifact(folder).getCause()).isInstanceOf(SchedulerStarted.class);
    loadstone.close();
    assertThat(expert.blockingLoadArtifact(folder).getCause()).isInstanceOf(Closed.class);
    assertThat(plugin.run().getCause()).isInstanceOf(Closed.class);
    assertThat(loadstone.inspect(folder).await().getCause().get()).isInstanceOf(Closed.class);

    assertThat(events).isEmpty();
  }

  @Test
  void run_plugin_isToldOnTheCallingThread() {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    try (Loadstone loadstone =
        Loadstone.builder().listener(event -> threads.add(Thread.currentThread())).build()) {
      Plugin<IntSupplier> plugin =
          loadstone.loader(IntSupplier.class).loadWithoutRunning(ONE).get();
      threads.clear();

      plugin.run().get();
    }

    assertThat(threads).hasSize(2).containsOnly(Thread.currentThread());
  }

  @Test
  void check_deprecationUnderWarningsAsErrors_isReportedAndFailsNothing() {
    try (Loadstone loadstone = listening()) {
      loadstone
          .sideEffects()
          .check(Sources.of("Old.java", "class Old { static Integer old = new Integer(1); }"))
          .get();
    }

    assertThat(events.get(0))
        .isInstanceOfSatisfying(
            Event.Compiled.class,
            compiled ->
                assertThat(compiled.warnings())
                    .isNotEmpty()
                    .allSatisfy(
                        warning -> assertThat(warning.lint()).isIn("deprecation", "removal")));
  }

  @Test
  void load_noListener_logsTheWarningsThatAreReportedAndTheCacheThatCannotBeUsed() {
    Path file = Sources.write(folder, "file", "no folder");
    Log log = new Log();
    Logger logger = Logger.getLogger("dev.loadstone");
    logger.addHandler(log);
    try (Loadstone quiet =
            Loadstone.builder()
                .warnings(Warnings.reported())
                .cache(CacheSettings.at(file))
                .build();
        Loadstone listening =
            Loadstone.builder().warnings(Warnings.reported()).listener(event -> {}).build()) {
      listening.sideEffects().check(raw("Heard")).get();
      quiet.sideEffects().check(raw("Unheard")).get();
      quiet.sideEffects().check(raw("Unheard")).get();
    } finally {
      logger.removeHandler(log);
    }

    // Other tests log at the same time.
    List<LogRecord> ours =
        log.records.stream()
            .filter(record -> record.getMessage().matches("(?s).*(Heard|Unheard|" + file + ").*"))
            .toList();
    assertThat(ours).extracting(LogRecord::getLevel).containsOnly(Level.WARNING);
    assertThat(ours)
        .extracting(LogRecord::getMessage)
        .noneMatch(message -> message.startsWith("Heard.java"))
        .filteredOn(message -> message.startsWith("Unheard.java:1: warning: [rawtypes] "))
        .hasSize(2);
    assertThat(ours)
        .extracting(LogRecord::getMessage)
        .filteredOn(message -> message.startsWith(file + ": the cache cannot be used: "))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  private static SourceSet raw(String name) {
    return Sources.of(
        name + ".java", "class " + name + " { java.util.List list; static { System.gc(); } }");
  }

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalStateException("a listener's bug"),
        new IOException("not declared"),
        new InterruptedException("not declared"),
        new NoClassDefFoundError("optional/Library"),
        new StackOverflowError(),
        new OutOfMemoryError("array too large"),
        new Unspeakable());
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void listener_thatThrows_isLoggedAndFailsNothing(Throwable thrown) {
    Log log = new Log();
    Logger logger = Logger.getLogger("dev.loadstone");
    logger.addHandler(log);
    Consumer<Event> throwing =
        event -> {
          throw ListenerTest.<RuntimeException>sneak(thrown);
        };
    try (Loadstone loadstone = Loadstone.builder().listener(throwing).build()) {
      Plugin<IntSupplier> plugin =
          loadstone.loader(IntSupplier.class).loadWithoutRunning(ONE).get();

      assertThat(plugin.run().get().getAsInt()).isEqualTo(1);
    } finally {
      logger.removeHandler(log);
    }

    assertThat(log.records)
        .filteredOn(logged -> logged.getThrown() == thrown)
        .extracting(LogRecord::getMessage)
        .containsExactly(
            "the listener failed on " + COMPILED,
            "the listener failed on " + LINKED,
            "the listener failed on " + STARTING,
            "the listener failed on " + RAN);
  }

  @Test
  void listener_thatKeepsTheEvents_keepsNoPluginAlive() {
    WeakReference<ClassLoader> loader;
    try (Loadstone loadstone = listening()) {
      loader = loadAndDrop(loadstone);
    }

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (loader.get() != null && System.nanoTime() < deadline) {
      System.gc();
    }

    assertThat(loader.get()).isNull();
    assertThat(events).containsExactly(COMPILED, LINKED, STARTING, RAN);
  }

  private static WeakReference<ClassLoader> loadAndDrop(Loadstone loadstone) {
    IntSupplier plugin = loadstone.loader(IntSupplier.class).load(ONE).get();
    return new WeakReference<>(plugin.getClass().getClassLoader());
  }

  private Loadstone listening() {
    return Loadstone.builder().listener(events::add).build();
  }

  private Throwable error(java.util.function.Function<Loadstone, Future<?>> call) {
    try (Loadstone loadstone = listening()) {
      return call.apply(loadstone).await().getCause().get();
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneak(Throwable throwable) throws E {
    throw (E) throwable;
  }

  /** Throws whatever it is asked. */
  private static final class Unspeakable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException("no message");
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException("no text");
    }
  }

  /** What was logged. */
  private static final class Log extends Handler {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
