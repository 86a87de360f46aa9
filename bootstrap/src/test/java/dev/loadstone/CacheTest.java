package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.adapter.javac.JavacAdapter;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.RecordedEvents;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cache through the façade: what is a hit, what is a miss and why, and what never fails. */
@Timeout(120)
final class CacheTest {

  private static final String ONE =
      "public class One implements java.util.function.IntSupplier {"
          + " public int getAsInt() { return 1; } }";
  private static final String TWO = ONE.replace("return 1", "return 2");
  private static final String DEPRECATED =
      "public class One implements java.util.function.IntSupplier {"
          + " public int getAsInt() { return new java.util.Date(2000, 1, 1).getDay() * 0 + 1; } }";

  @TempDir private Path folder;

  private final RecordedEvents events = new RecordedEvents();

  private Loadstone loadstone(UnaryOperator<Loadstone.Builder> more) {
    return more.apply(
            Loadstone.builder().listener(events).cache(CacheSettings.at(folder.resolve("cache"))))
        .build();
  }

  private Loadstone loadstone() {
    return loadstone(builder -> builder);
  }

  private Path source(String name, String text) {
    return Sources.write(folder, name, text);
  }

  private int value(Loadstone loadstone, Path file) {
    return loadstone.loader(IntSupplier.class).load(List.of(file)).get().getAsInt();
  }

  /** Loads in an instance of its own, as another process would, and tells what happened. */
  private List<Event> loadAnew(UnaryOperator<Loadstone.Builder> more, Path file, int expected) {
    events.forget();
    try (Loadstone another = loadstone(more)) {
      assertThat(value(another, file)).isEqualTo(expected);
    }
    return events.all();
  }

  private List<MissReason.Kind> missedFor() {
    return events.ofType(Event.CacheMiss.class).stream()
        .flatMap(miss -> miss.reasons().stream())
        .map(MissReason::kind)
        .toList();
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
      return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  @Test
  void load_firstTime_compilesAndStores() throws IOException {
    Path file = source("One.java", ONE);

    loadAnew(builder -> builder, file, 1);

    assertThat(events.all().stream().map(Event::getClass).map(Class::getSimpleName))
        .containsExactly(
            "CacheLookup", "CacheMiss", "Compiled", "CacheStored", "Linked", "Starting", "Ran");
    assertThat(missedFor()).containsExactly(MissReason.Kind.NEVER_SEEN);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void load_secondTime_compilesNothing() {
    Path file = source("One.java", ONE);
    loadAnew(builder -> builder, file, 1);

    loadAnew(builder -> builder, file, 1);

    assertThat(events.all().stream().map(Event::getClass).map(Class::getSimpleName))
        .containsExactly("CacheLookup", "CacheHit", "Linked", "Starting", "Ran");
  }

  @Test
  void load_sameFilesInAnotherFolderWithOtherTimes_isAHit() throws IOException {
    loadAnew(builder -> builder, source("a/One.java", ONE), 1);
    Path copy = source("b/One.java", ONE);
    Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("1999-01-01T00:00:00Z")));

    loadAnew(builder -> builder, copy, 1);

    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
    assertThat(events.ofType(Event.Compiled.class)).isEmpty();
  }

  @Test
  void load_changedSource_isAMissThatNamesIt() {
    Path file = source("One.java", ONE);
    loadAnew(builder -> builder, file, 1);
    source("One.java", TWO);

    loadAnew(builder -> builder, file, 2);

    assertThat(events.ofType(Event.CacheMiss.class).get(0).reasons())
        .containsExactly(new MissReason(MissReason.Kind.SOURCES, file + " has changed"));
  }

  @Test
  void load_changedBackAgain_isAHit() {
    Path file = source("One.java", ONE);
    loadAnew(builder -> builder, file, 1);
    source("One.java", TWO);
    loadAnew(builder -> builder, file, 2);
    source("One.java", ONE);

    loadAnew(builder -> builder, file, 1);

    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
  }

  @Test
  void load_otherSettings_areMissesThatNameThem() {
    Path file = source("One.java", ONE);
    loadAnew(builder -> builder, file, 1);

    loadAnew(builder -> builder.release(11), file, 1);
    assertThat(missedFor()).containsExactly(MissReason.Kind.RELEASE);
    loadAnew(builder -> builder.compilerOptions("-Xpkginfo:always"), file, 1);
    assertThat(missedFor()).contains(MissReason.Kind.OPTIONS);
    loadAnew(builder -> builder.warnings(Warnings.ignored()), file, 1);
    assertThat(events.ofType(Event.CacheMiss.class)).hasSize(1);
    loadAnew(Loadstone.Builder::omitSources, file, 1);
    assertThat(events.ofType(Event.CacheMiss.class)).hasSize(1);

    loadAnew(builder -> builder.release(11), file, 1);
    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
  }

  @Test
  void load_anotherContract_isAMissThatNamesIt() {
    Path file =
        source(
            "Both.java",
            "public class Both implements java.util.function.IntSupplier, Runnable {"
                + " public void run() {} public int getAsInt() { return 3; } }");
    loadAnew(builder -> builder, file, 3);
    events.forget();

    try (Loadstone another = loadstone()) {
      another.loader(Runnable.class).load(List.of(file)).get();
    }

    assertThat(missedFor()).containsExactly(MissReason.Kind.CONTRACT);
  }

  @Test
  void load_failedCompilation_isNeverStored() {
    Path file = source("One.java", ONE.replace("return 1", "return x"));
    try (Loadstone loadstone = loadstone()) {
      for (int i = 0; i < 2; i++) {
        Future<IntSupplier> load = loadstone.loader(IntSupplier.class).load(List.of(file));
        assertThat(load.await().getCause().get()).isInstanceOf(CompilationFailed.class);
      }
      assertThat(loadstone.cache().report().get().entries()).isZero();
    }
    assertThat(events.ofType(Event.CacheMiss.class)).hasSize(2);
  }

  @Test
  void load_hit_reportsTheWarningsUnderThePresentPath() {
    loadAnew(builder -> builder, source("a/One.java", DEPRECATED), 1);
    List<Event.Compiled> compiled = events.ofType(Event.Compiled.class);
    Path copy = source("b/One.java", DEPRECATED);

    loadAnew(builder -> builder, copy, 1);

    assertThat(compiled.get(0).warnings()).isNotEmpty();
    assertThat(events.ofType(Event.CacheHit.class).get(0).warnings())
        .isEqualTo(
            compiled.get(0).warnings().stream()
                .map(warning -> warning.withSource(copy.toString()))
                .toList());
  }

  @Test
  void load_manyAtOnce_compilesOnce() {
    Path file = source("One.java", ONE);
    try (Loadstone loadstone = loadstone()) {
      List<Future<IntSupplier>> loads = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        loads.add(loadstone.loader(IntSupplier.class).load(List.of(file)));
      }
      loads.forEach(load -> assertThat(load.get().getAsInt()).isEqualTo(1));
    }

    assertThat(events.ofType(Event.Compiled.class)).hasSize(1);
    assertThat(events.ofType(Event.CacheMiss.class)).hasSize(1);
    assertThat(events.ofType(Event.CacheHit.class)).hasSize(49);
  }

  @Test
  void loadAndCompile_manyAtOnce_compileOnce() throws IOException {
    Path file = source("One.java", ONE);
    try (Loadstone loadstone = loadstone()) {
      PluginLoader<IntSupplier> loader = loadstone.loader(IntSupplier.class);
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(loader.load(List.of(file)));
        calls.add(loader.expert().compile(List.of(file), folder.resolve(i + ".jar")));
      }
      calls.forEach(Future::get);
    }

    assertThat(events.ofType(Event.Compiled.class)).hasSize(1);
    assertThat(events.ofType(Event.CacheHit.class)).hasSize(39);
    for (int i = 0; i < 20; i++) {
      assertThat(folder.resolve(i + ".jar")).hasSameBinaryContentAs(entries().get(0));
    }
  }

  @Test
  void load_brokenSourcesFromTwoFoldersAtOnce_eachNamesItsOwnFile() {
    Path a = source("a/One.java", "class One {");
    Path b = source("b/One.java", "class One {");
    try (Loadstone loadstone = loadstone()) {
      List<Future<IntSupplier>> loads =
          IntStream.range(0, 20)
              .mapToObj(i -> loadstone.loader(IntSupplier.class).load(List.of(i % 2 == 0 ? a : b)))
              .toList();
      for (int i = 0; i < loads.size(); i++) {
        assertThat(loads.get(i).await().getCause().get())
            .isInstanceOf(CompilationFailed.class)
            .hasMessageContaining((i % 2 == 0 ? a : b).toString());
      }
    }
  }

  @Test
  void load_damagedEntry_isHealedAndNotDefined() throws IOException {
    Path file = source("One.java", ONE);
    loadAnew(builder -> builder, file, 1);
    Path entry = entries().get(0);
    byte[] good = Files.readAllBytes(entry);
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(entry, bad);

    loadAnew(builder -> builder, file, 1);

    assertThat(events.ofType(Event.CacheHealed.class)).hasSize(1);
    assertThat(missedFor()).containsExactly(MissReason.Kind.DAMAGED);
    assertThat(entry).hasBinaryContent(good);
  }

  @Test
  void load_entryOfAnotherPluginInItsPlace_isHealed() throws IOException {
    Path one = source("One.java", ONE);
    loadAnew(builder -> builder, one, 1);
    Path entryOfOne = entries().get(0);
    byte[] good = Files.readAllBytes(entryOfOne);
    source("One.java", TWO);
    loadAnew(builder -> builder, one, 2);
    Path entryOfTwo =
        entries().stream().filter(entry -> !entry.equals(entryOfOne)).findFirst().get();
    Files.write(entryOfTwo, good);

    loadAnew(builder -> builder, one, 2);

    assertThat(missedFor()).containsExactly(MissReason.Kind.DAMAGED);
  }

  @Test
  void load_folderThatIsAFile_warnsOnceAndCompiles() throws IOException {
    Files.writeString(folder.resolve("cache"), "not a folder");
    Path file = source("One.java", ONE);
    try (Loadstone loadstone = loadstone()) {
      assertThat(value(loadstone, file)).isEqualTo(1);
      assertThat(value(loadstone, file)).isEqualTo(1);
    }

    assertThat(events.ofType(Event.Compiled.class)).hasSize(2);
    assertThat(events.ofType(Event.CacheUnusable.class)).hasSize(1);
    assertThat(folder.resolve("cache")).hasContent("not a folder");
  }

  @Test
  void load_readOnlyWithoutFolder_isAnError() {
    Path file = source("One.java", ONE);
    try (Loadstone loadstone =
        loadstone(
            builder -> builder.cache(CacheSettings.at(folder.resolve("none")).readOnly(true)))) {
      Future<IntSupplier> load = loadstone.loader(IntSupplier.class).load(List.of(file));

      assertThat(load.await().getCause().get()).isInstanceOf(StoreFailed.class);
    }
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void load_readOnly_hitsAndCompilesTheRestAndWritesNothing() throws IOException {
    Path one = source("One.java", ONE);
    loadAnew(builder -> builder, one, 1);
    Path other = source("other/One.java", TWO);
    UnaryOperator<Loadstone.Builder> readOnly =
        builder -> builder.cache(CacheSettings.at(folder.resolve("cache")).readOnly(true));

    loadAnew(readOnly, one, 1);
    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
    loadAnew(readOnly, other, 2);
    assertThat(events.ofType(Event.Compiled.class)).hasSize(1);

    assertThat(entries()).hasSize(1);
  }

  @Test
  void load_readOnlyDamagedEntry_isAnErrorAndStays() throws IOException {
    Path one = source("One.java", ONE);
    loadAnew(builder -> builder, one, 1);
    Path entry = entries().get(0);
    Files.writeString(entry, "damaged");
    try (Loadstone loadstone =
        loadstone(
            builder -> builder.cache(CacheSettings.at(folder.resolve("cache")).readOnly(true)))) {
      Future<IntSupplier> load = loadstone.loader(IntSupplier.class).load(List.of(one));

      assertThat(load.await().getCause().get())
          .isInstanceOf(StoreFailed.class)
          .hasMessageContaining(entry.toString());
    }
    assertThat(entry).hasContent("damaged");
  }

  @Test
  void check_miss_keepsNothing() throws IOException {
    Path file = source("One.java", ONE);
    try (Loadstone loadstone = loadstone()) {
      loadstone.loader(IntSupplier.class).check(List.of(file)).get();

      assertThat(loadstone.cache().report().get().entries()).isZero();
      assertThat(value(loadstone, file)).isEqualTo(1);
      events.forget();
      loadstone.loader(IntSupplier.class).check(List.of(file)).get();
    }
    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
    assertThat(events.ofType(Event.Compiled.class)).isEmpty();
  }

  @Test
  void compile_withAndWithoutTheCache_writesTheSameBytes() {
    Path file = source("One.java", ONE);
    Path fresh = folder.resolve("fresh.jar");
    Path stored = folder.resolve("stored.jar");
    Path cached = folder.resolve("cached.jar");
    try (Loadstone plain = Loadstone.create();
        Loadstone loadstone = loadstone()) {
      plain.loader(IntSupplier.class).expert().compile(List.of(file), fresh).get();
      loadstone.loader(IntSupplier.class).expert().compile(List.of(file), stored).get();
      events.forget();
      loadstone.loader(IntSupplier.class).expert().compile(List.of(file), cached).get();
    }

    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
    assertThat(stored).hasSameBinaryContentAs(fresh);
    assertThat(cached).hasSameBinaryContentAs(fresh);
  }

  @Test
  void load_moreThanMaxEntries_keepsTheLimitAndTellsWhatWent() throws IOException {
    try (Loadstone loadstone =
        loadstone(
            builder -> builder.cache(CacheSettings.at(folder.resolve("cache")).maxEntries(3)))) {
      for (int i = 1; i <= 5; i++) {
        Path file = source("P" + i + ".java", ONE.replace("One", "P" + i));
        assertThat(value(loadstone, file)).isEqualTo(1);
      }
    }

    assertThat(entries()).hasSize(3);
    assertThat(events.ofType(Event.CacheEvicted.class)).hasSize(2);
  }

  /** What it compiles is recorded as any other's, and does not verify. */
  private record FaultyCompiler(Compiler javac) implements Compiler {

    // JVMS 4.7.3: max_stack 1, max_locals 1, code_length 2; 6.5: iconst_5, ireturn.
    private static final String GIVES_FIVE = "0001" + "0001" + "00000002" + "08ac";
    private static final String GIVES_NULL = GIVES_FIVE.replace("08ac", "01ac");

    @Override
    public Try<CompilerIdentity> identity() {
      return Try.success(new CompilerIdentity("faulty", "1"));
    }

    @Override
    public Try<Compilation> compile(CompilationRequest request, HostView host) {
      return javac.compile(request, host).map(FaultyCompiler::spoilt);
    }

    private static Compilation spoilt(Compilation good) {
      return new Compilation(
          good.launch(),
          good.settings(),
          good.sources(),
          good.classFiles().stream().map(FaultyCompiler::spoilt).toList(),
          good.hostUse(),
          good.warnings());
    }

    private static ClassFile spoilt(ClassFile good) {
      HexFormat hex = HexFormat.of();
      String code = hex.formatHex(good.bytes().toByteArray());
      assertThat(code).contains(GIVES_FIVE);
      return new ClassFile(
          good.binaryName(), Bytes.of(hex.parseHex(code.replace(GIVES_FIVE, GIVES_NULL))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void load_entryOfAnotherBuildThatDoesNotLink_isCompiledAnew(ContextPolicy policy)
      throws IOException {
    Path file = source("One.java", ONE.replace("return 1", "return 5"));
    UnaryOperator<Loadstone.Builder> faulty =
        builder -> builder.compiler(new FaultyCompiler(JavacAdapter.compiler()));
    UnaryOperator<Loadstone.Builder> accepting =
        builder ->
            builder
                .contextPolicy(policy)
                .cache(CacheSettings.at(folder.resolve("cache")).acceptOtherBuilds(true));
    try (Loadstone another = loadstone(faulty)) {
      assertThat(another.loader(IntSupplier.class).load(List.of(file)).await().getCause().get())
          .isInstanceOf(LinkageFailed.class)
          .hasRootCauseInstanceOf(VerifyError.class);
    }
    assertThat(entries()).hasSize(1);

    loadAnew(accepting, file, 5);

    assertThat(events.all().stream().map(Event::getClass).map(Class::getSimpleName))
        .containsExactly(
            "CacheLookup",
            "CacheHit",
            "CacheMiss",
            "Compiled",
            "CacheStored",
            "Linked",
            "Starting",
            "Ran");
    assertThat(missedFor()).containsExactly(MissReason.Kind.LINKING);
    assertThat(entries()).hasSize(2);

    loadAnew(accepting, file, 5);

    assertThat(events.ofType(Event.CacheHit.class)).hasSize(1);
    assertThat(events.ofType(Event.CacheMiss.class)).isEmpty();
  }

  @Test
  void at_emptyPath_isTheCallersBug() {
    assertThatThrownBy(() -> CacheSettings.at(Path.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cache_without_isTheCallersBug() {
    try (Loadstone loadstone = Loadstone.create()) {
      assertThatThrownBy(loadstone::cache)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Loadstone.Builder.cache");
    }
  }

  @Test
  void cache_reportVerifyClear_tellHowItStands() throws IOException {
    Path one = source("One.java", ONE);
    Path two = source("Two.java", ONE.replace("One", "Two"));
    try (Loadstone loadstone = loadstone()) {
      value(loadstone, one);
      value(loadstone, one);
      value(loadstone, two);
      CacheReport report = loadstone.cache().report().get();
      assertThat(report.entries()).isEqualTo(2);
      assertThat(report.count(CacheCounter.HIT)).isEqualTo(1);
      assertThat(report.count(CacheCounter.MISS_NEVER_SEEN)).isEqualTo(2);

      Path damaged = entries().get(0);
      Files.writeString(damaged, "damaged");
      assertThat(loadstone.cache().verify().get().removed())
          .extracting(CacheEntry::id)
          .containsExactly(damaged.toString());
      assertThat(loadstone.cache().verify().get().entries()).isEqualTo(1);

      assertThat(loadstone.cache().clear().get()).isEqualTo(1);
      assertThat(loadstone.cache().report().get().entries()).isZero();
    }
  }

  @Test
  void load_genericContract_isAHitOnlyForTheSameTypeArguments() {
    Path file =
        source(
            "Text.java",
            "public class Text implements java.util.function.Supplier<String> {"
                + " public String get() { return \"text\"; } }");
    try (Loadstone loadstone = loadstone()) {
      loadstone.loader(new TypeRef<Supplier<String>>() {}).load(List.of(file)).get();
      events.forget();
      loadstone
          .loader(new TypeRef<Supplier<? extends CharSequence>>() {})
          .load(List.of(file))
          .get();
    }

    assertThat(missedFor()).containsExactly(MissReason.Kind.CONTRACT);
  }
}
