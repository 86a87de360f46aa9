package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.application.CachedPlugin.Build;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.SourceRetention;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.cache.StoreSettings.Access;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.ArtifactStore.CompilationTurn;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.FakeClassFileReader;
import dev.loadstone.testkit.FakeCompiler;
import dev.loadstone.testkit.FakeHostRuntime;
import dev.loadstone.testkit.InMemoryArtifactCodec;
import dev.loadstone.testkit.InMemoryArtifactStore;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CachePluginsTest {

  private static final FakeHostRuntime RUNTIME = FakeHostRuntime.of(17, "a build");
  private static final ClassFile RULE = rule(-1);
  private static final String TEXT = "class Plugin { h.Rule rule; }";

  private final InMemoryArtifactStore store = InMemoryArtifactStore.create();
  private final ClassFileReader classFiles = FakeClassFileReader.create();
  private final InMemoryArtifactCodec codec = new InMemoryArtifactCodec();
  private final List<Event> events = new ArrayList<>();

  @Test
  void lookUp_nothingStored_isAMissThatIsNotToldYet() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));

    Lookup found = cache.plugins().lookUp(ask(cache, TEXT)).get();

    assertThat(found.hit()).isEmpty();
    assertThat(found.reasons()).isEmpty();
    assertThat(events).containsExactly(new Event.CacheLookup(List.of("Plugin.java")));
  }

  @Test
  void compileAndKeep_nothingStored_saysWhyAndStores() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));

    obtain(cache, TEXT);

    assertThat(names()).containsExactly("CacheLookup", "CacheMiss", "Compiled", "CacheStored");
    assertThat(kinds()).containsExactly(MissReason.Kind.NEVER_SEEN);
  }

  @Test
  void keep_artifactForMemoryOnly_storesNothingAndTellsWhy() {
    LibraryUnknown reason = new LibraryUnknown(List.of("domain"), List.of(), null);
    Artifact memoryOnly =
        obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT).asMemoryOnly(reason);
    int before = store.entries().get().size();
    CacheTerms terms = new CacheTerms(Access.READ_WRITE, CacheTerms.OtherBuilds.REFUSED);
    events.clear();

    new KeepPlugin(
            store, codec, terms, new CacheTrouble(Access.READ_WRITE, events::add), events::add)
        .keep(CacheKey.ofRequest(memoryOnly.provenance()), List.of("Plugin.java"), memoryOnly);

    assertThat(store.entries().get()).hasSize(before);
    assertThat(events).containsExactly(new Event.CacheUnusable(reason.getMessage()));
  }

  @Test
  void lookUp_stored_isAHitThatIsCounted() {
    Artifact compiled = obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    Artifact found = obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);

    assertThat(found).isEqualTo(compiled);
    assertThat(names()).containsExactly("CacheLookup", "CacheHit");
    assertThat(store.report().get().count(CacheCounter.HIT)).isEqualTo(1);
    assertThat(store.report().get().count(CacheCounter.MISS_NEVER_SEEN)).isEqualTo(1);
  }

  @Test
  void lookUp_changedHost_isAMissThatNamesTheClass() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(rule(-2))), TEXT);

    assertThat(kinds()).containsOnly(MissReason.Kind.HOST);
    assertThat(store.entries().get()).hasSize(2);
  }

  @Test
  void lookUp_hostAsItWasBefore_isAHitAgain() {
    ClassFile other = rule(-2);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(other)), TEXT);
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(other)), TEXT);

    assertThat(names()).containsExactly("CacheLookup", "CacheHit", "CacheLookup", "CacheHit");
  }

  @Test
  void lookUp_otherBuildRefused_isAMissThatNamesIt() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    obtain(cache(FakeCompiler.create(), FakeHostRuntime.of(17, "another build"), host(RULE)), TEXT);

    assertThat(kinds()).containsExactly(MissReason.Kind.LIBRARY_BUILD);
  }

  @Test
  void lookUp_otherBuildAccepted_isAHitOfAnotherBuild() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheUseCases other = accepting(FakeHostRuntime.of(17, "another build"), host(RULE));

    Lookup found = other.plugins().lookUp(ask(other, TEXT)).get();

    assertThat(found.hit().get().build()).isEqualTo(Build.OTHER);
  }

  @Test
  void lookUp_otherRuntimeOfAnAcceptedBuild_isAMissUnderTheExactPolicy() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheUseCases other = accepting(FakeHostRuntime.of(25, "a build"), host(RULE));

    Lookup found = other.plugins().lookUp(ask(other, TEXT)).get();

    assertThat(found.hit()).isEmpty();
    assertThat(found.reasons())
        .extracting(MissReason::kind)
        .containsExactly(MissReason.Kind.RUNTIME);
  }

  @Test
  void refused_otherBuildThatDoesNotLink_isCompiledAnewAndFoundFirstFromThenOn() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheUseCases other = accepting(FakeHostRuntime.of(17, "another build"), host(RULE));
    CacheRequest asked = ask(other, TEXT);
    CachedPlugin hit = other.plugins().lookUp(asked).get().hit().get();
    events.clear();

    Lookup missed =
        other.plugins().refused(hit, new LinkageFailed("Plugin.java", new VerifyError("bad")));
    other.plugins().compileAndKeep(asked, missed).get();

    assertThat(kinds()).containsExactly(MissReason.Kind.LINKING);
    assertThat(other.plugins().lookUp(asked).get().hit().get().build()).isEqualTo(Build.SAME);
  }

  @Test
  void lookUp_withoutACompiler_findsWhatOthersCompiled() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheUseCases none =
        cache(
            FakeCompiler.failing(new CompilerUnavailable()),
            RUNTIME,
            host(RULE),
            new CacheTerms(Access.READ_WRITE, OtherBuilds.ACCEPTED),
            store);

    assertThat(none.plugins().lookUp(ask(none, TEXT)).get().hit()).isNotEmpty();
  }

  @Test
  void lookUp_damagedEntry_isHealedAndAMiss() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheEntry entry = store.entries().get().get(0);
    store.damage(entry, Bytes.ofUtf8("damaged"));
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);

    assertThat(names())
        .containsExactly("CacheLookup", "CacheHealed", "CacheMiss", "Compiled", "CacheStored");
    assertThat(kinds()).containsExactly(MissReason.Kind.DAMAGED);
    assertThat(store.report().get().count(CacheCounter.HEALED)).isEqualTo(1);
  }

  @Test
  void lookUp_artifactOfAnotherPluginInItsPlace_isHealedAndAMiss() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Artifact other = obtain(cache, "class Plugin { int other; h.Rule rule; }");
    Bytes whole = codec.encode(other).get();
    obtain(cache, TEXT);
    store.entries().get().forEach(entry -> store.damage(entry, whole));
    events.clear();

    obtain(cache, TEXT);

    assertThat(kinds()).containsExactly(MissReason.Kind.DAMAGED);
  }

  @Test
  void lookUp_brokenStore_isAMissAndOneWarning() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    store.breakDown("the disk is gone");

    obtain(cache, TEXT);
    obtain(cache, TEXT);

    assertThat(names())
        .containsExactly(
            "CacheLookup",
            "CacheUnusable",
            "CacheMiss",
            "Compiled",
            "CacheLookup",
            "CacheMiss",
            "Compiled");
    assertThat(kinds()).containsOnly(MissReason.Kind.UNUSABLE);
  }

  @Test
  void lookUp_brokenStoreThatIsOnlyRead_isAFailure() {
    CacheUseCases cache = readOnly();
    store.breakDown("the disk is gone");
    InMemoryArtifactStore view = store.readOnly();
    view.breakDown("the disk is gone");
    CacheUseCases broken =
        cache(
            FakeCompiler.create(),
            RUNTIME,
            host(RULE),
            new CacheTerms(Access.READ_ONLY, OtherBuilds.REFUSED),
            view);

    assertThat(broken.plugins().lookUp(ask(cache, TEXT)).getCause())
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("the disk is gone");
  }

  @Test
  void lookUp_damagedEntryOfAStoreThatIsOnlyRead_isAFailureThatNamesIt() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheEntry entry = store.entries().get().get(0);
    store.damage(entry, Bytes.ofUtf8("damaged"));
    CacheUseCases cache = readOnly();

    assertThat(cache.plugins().lookUp(ask(cache, TEXT)).getCause())
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining(entry.toString());
  }

  @Test
  void compileAndKeep_storeThatIsOnlyRead_compilesAndKeepsNothing() {
    CacheUseCases cache = readOnly();

    obtain(cache, TEXT);

    assertThat(names()).containsExactly("CacheLookup", "CacheMiss", "Compiled");
    assertThat(store.entries().get()).isEmpty();
  }

  @Test
  void compileAndKeep_storedMeanwhileByAnother_takesThat() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    CacheRequest asked = ask(cache, TEXT);
    Lookup missed = cache.plugins().lookUp(asked).get();
    Artifact ofAnother = obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    Artifact artifact = cache.plugins().compileAndKeep(asked, missed).get();

    assertThat(artifact).isEqualTo(ofAnother);
    assertThat(names()).containsExactly("CacheHit");
  }

  @Test
  void compileAndKeep_storedMeanwhileByAnotherBuild_compiles() {
    CacheUseCases cache = accepting(RUNTIME, host(RULE));
    CacheRequest asked = ask(cache, TEXT);
    Lookup missed = cache.plugins().lookUp(asked).get();
    obtain(cache(FakeCompiler.create(), FakeHostRuntime.of(17, "another build"), host(RULE)), TEXT);

    Artifact artifact = cache.plugins().compileAndKeep(asked, missed).get();

    assertThat(cache.plugins().wouldDo(asked, artifact)).isTrue();
  }

  @Test
  void wouldDo_ofAnotherBuildOrAnotherHost_isFalse() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Artifact artifact = obtain(cache, TEXT);
    CacheUseCases otherBuild = accepting(FakeHostRuntime.of(17, "another build"), host(RULE));
    CacheUseCases otherHost = cache(FakeCompiler.create(), RUNTIME, host());

    assertThat(cache.plugins().wouldDo(ask(cache, TEXT), artifact)).isTrue();
    assertThat(cache.plugins().wouldDo(ask(cache, TEXT + " "), artifact)).isFalse();
    assertThat(otherBuild.plugins().wouldDo(ask(otherBuild, TEXT), artifact)).isFalse();
    assertThat(otherHost.plugins().wouldDo(ask(otherHost, TEXT), artifact)).isFalse();
  }

  @Test
  void compileAndKeep_moreThanTheStoreHolds_tellsWhatGaveWay() {
    InMemoryArtifactStore small = InMemoryArtifactStore.holding(1, Long.MAX_VALUE);
    CacheUseCases cache =
        cache(
            FakeCompiler.create(),
            RUNTIME,
            host(RULE),
            new CacheTerms(Access.READ_WRITE, OtherBuilds.REFUSED),
            small);
    obtain(cache, TEXT);
    CacheEntry first = small.entries().get().get(0);
    events.clear();

    obtain(cache, TEXT + " ");

    assertThat(events).contains(new Event.CacheEvicted(first.toString()));
    assertThat(kinds()).containsExactly(MissReason.Kind.SOURCES);
  }

  @Test
  void lookUp_hitWithWarnings_tellsThemAboutTheFilesNow() {
    Diagnostic warning =
        new Diagnostic(
            Severity.WARNING, "compiler.warn.x", "a warning", "Plugin.java", 1, 1, TEXT, "dep-ann");
    FakeCompiler compiler = FakeCompiler.create().reporting(warning);
    obtain(cache(compiler, RUNTIME, host(RULE)), TEXT, "Plugin.java");
    events.clear();

    obtain(cache(compiler, RUNTIME, host(RULE)), TEXT, "elsewhere/Plugin.java");

    assertThat(events)
        .filteredOn(Event.CacheHit.class::isInstance)
        .extracting(event -> ((Event.CacheHit) event).warnings())
        .containsExactly(List.of(warning.withSource("elsewhere/Plugin.java")));
  }

  @Test
  void lookUp_hostThatWasOnlyCompiledAnew_isAHitUnlessTheBytesMatter() {
    ClassFile rebuilt = new ClassFile("h.Rule", Bytes.ofUtf8("the same rule, compiled anew"));
    ClassFileReader readers = mock();
    when(readers.abi(any())).thenReturn(ClassAbi.parse("class h.Rule\nmodifiers public\n"));
    when(readers.privateMembers(any())).thenReturn(Try.success(new TreeSet<>()));
    when(readers.references(any())).thenAnswer(call -> classFiles.references(call.getArgument(0)));
    CacheTerms terms = new CacheTerms(Access.READ_WRITE, OtherBuilds.REFUSED);
    Artifact before =
        obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE), terms, store, readers), TEXT);
    CacheUseCases cache =
        cache(FakeCompiler.create(), RUNTIME, host(rebuilt), terms, store, readers);

    Lookup identical = cache.plugins().lookUp(askIdentical(cache)).get();

    assertThat(cache.plugins().lookUp(ask(cache, TEXT)).get().hit()).isNotEmpty();
    assertThat(cache.plugins().wouldDo(ask(cache, TEXT), before)).isTrue();
    assertThat(cache.plugins().wouldDo(askIdentical(cache), before)).isFalse();
    assertThat(identical.hit()).isEmpty();
    assertThat(identical.reasons())
        .containsExactly(
            new MissReason(
                MissReason.Kind.HOST,
                "h.Rule: the class was compiled anew, and is to plugins what it was"));
  }

  @Test
  void ask_withoutSources_isTheirError() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    CompilationRequest none =
        new CompilationRequest(SourceSet.of(), Contract.sideEffect(), settings());

    assertThat(cache.plugins().ask(none, SourceRetention.KEPT, Need.EQUIVALENT).getCause())
        .isInstanceOf(InvalidSources.class);
  }

  @Test
  void turn_ofARequest_isTheStoresForItsKey() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    CacheRequest asked = ask(cache, TEXT);

    try (CompilationTurn turn = cache.plugins().turn(asked).get()) {
      assertThat(turn).isNotNull();
      assertThat(store.openTurns()).isEqualTo(1);
    }

    assertThat(store.openTurns()).isZero();
    assertThat(cache.plugins().isTurnTaken(asked)).isFalse();
  }

  @Test
  void tellShared_artifactOfAnotherCall_isAHitWithoutEntry() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Artifact artifact = obtain(cache, TEXT);
    events.clear();

    cache.plugins().tellShared(ask(cache, TEXT), artifact);

    assertThat(events)
        .containsExactly(new Event.CacheHit(List.of("Plugin.java"), "Plugin", "", List.of()));
  }

  @Test
  void verify_wholeDamagedAndMisplaced_removesTheLatter() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Artifact whole = obtain(cache, TEXT);
    obtain(cache, TEXT + " ");
    obtain(cache, TEXT + "  ");
    List<CacheEntry> entries = new ArrayList<>(store.entries().get());
    CacheEntry own = cache.plugins().lookUp(ask(cache, TEXT)).get().hit().get().entry();
    entries.remove(own);
    store.damage(entries.get(0), Bytes.ofUtf8("damaged"));
    store.damage(entries.get(1), codec.encode(whole).get());

    CacheVerification verification = cache.verification().verify().get();

    assertThat(verification.entries()).isEqualTo(1);
    assertThat(verification.removed()).containsExactlyInAnyOrderElementsOf(entries);
    assertThat(store.entries().get()).containsExactly(own);
  }

  @Test
  void verify_entryThatCannotBeRead_staysAndIsTheFailure() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    obtain(cache, TEXT);
    CacheEntry entry = store.entries().get().get(0);
    ArtifactStore unreadable = mock();
    StoreFailed failure = StoreFailed.ofCache(entry.file(), "no permission", null);
    when(unreadable.entries()).thenReturn(Try.success(List.of(entry)));
    when(unreadable.read(any())).thenReturn(Try.failure(failure));

    Try<CacheVerification> verification =
        new VerifyCache(
                unreadable,
                new ReadEntry(unreadable, new DecodedArtifacts(codec)),
                new HealCache(unreadable, events::add))
            .verify();

    assertThat(verification.getCause()).isSameAs(failure);
    verify(unreadable, never()).discard(any());
  }

  @Test
  void verify_damagedEntryOfAStoreThatIsOnlyRead_isAFailureThatNamesIt() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheEntry entry = store.entries().get().get(0);
    store.damage(entry, Bytes.ofUtf8("damaged"));

    assertThat(readOnly().verification().verify().getCause())
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining(entry + ": the cache cannot be used: this entry is damaged: ");
  }

  @Test
  void lookUp_severalHostsBefore_namesTheDifferencesOfOne() {
    for (int i = 0; i < 3; i++) {
      ClassFile rule = rule(i);
      obtain(cache(FakeCompiler.create(), RUNTIME, host(rule)), TEXT);
    }
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);

    assertThat(kinds()).containsExactly(MissReason.Kind.HOST);
  }

  @Test
  void compileAndKeep_nearestEntryDamaged_saysSo() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    obtain(cache, TEXT);
    store.damage(store.entries().get().get(0), Bytes.ofUtf8("damaged"));
    events.clear();

    obtain(cache, TEXT + " ");

    assertThat(kinds()).containsExactly(MissReason.Kind.DAMAGED);
  }

  @Test
  void verify_brokenStore_isAFailure() {
    CacheUseCases cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    store.breakDown("the disk is gone");

    assertThat(cache.verification().verify().getCause()).isInstanceOf(StoreFailed.class);
  }

  private CacheUseCases readOnly() {
    return cache(
        FakeCompiler.create(),
        RUNTIME,
        host(RULE),
        new CacheTerms(Access.READ_ONLY, OtherBuilds.REFUSED),
        store.readOnly());
  }

  private CacheUseCases accepting(FakeHostRuntime runtime, HostView host) {
    return cache(
        FakeCompiler.create(),
        runtime,
        host,
        new CacheTerms(Access.READ_WRITE, OtherBuilds.ACCEPTED),
        store);
  }

  private CacheUseCases cache(Compiler compiler, FakeHostRuntime runtime, HostView host) {
    return cache(
        compiler, runtime, host, new CacheTerms(Access.READ_WRITE, OtherBuilds.REFUSED), store);
  }

  private CacheUseCases cache(
      Compiler compiler,
      FakeHostRuntime runtime,
      HostView host,
      CacheTerms terms,
      InMemoryArtifactStore ofEntries) {
    return cache(compiler, runtime, host, terms, ofEntries, classFiles);
  }

  private CacheUseCases cache(
      Compiler compiler,
      FakeHostRuntime runtime,
      HostView host,
      CacheTerms terms,
      InMemoryArtifactStore ofEntries,
      ClassFileReader reader) {
    HostAbis abis = new HostAbis(reader);
    return CacheUseCases.of(
        ofEntries,
        codec,
        new DecodedArtifacts(codec),
        compiler,
        runtime,
        new CheckContext(compiler, runtime, host, reader, abis, ContextPolicy.EXACT),
        new CompilePlugin(
            compiler, host, runtime, new RecordDependencies(reader, abis), events::add),
        terms,
        StepRecorder.NONE,
        events::add);
  }

  private static ClassFile rule(int limit) {
    String text =
        "class h.Rule\nmodifiers public\nfield LIMIT I\n modifiers public static final\n constant %d\n";
    return FakeClassFileReader.classFile(ClassAbi.parse(text.formatted(limit)).get());
  }

  private static HostView host(ClassFile... classes) {
    return InMemoryHostView.of(List.of(classes));
  }

  private static CacheRequest ask(CacheUseCases cache, String text) {
    return cache
        .plugins()
        .ask(request(text, "Plugin.java"), SourceRetention.KEPT, Need.EQUIVALENT)
        .get();
  }

  private static CacheRequest askIdentical(CacheUseCases cache) {
    return cache
        .plugins()
        .ask(request(TEXT, "Plugin.java"), SourceRetention.KEPT, Need.IDENTICAL)
        .get();
  }

  private Artifact obtain(CacheUseCases cache, String text) {
    return obtain(cache, text, "Plugin.java");
  }

  private static Artifact obtain(CacheUseCases cache, String text, String path) {
    CacheRequest asked =
        cache.plugins().ask(request(text, path), SourceRetention.KEPT, Need.EQUIVALENT).get();
    Try<Lookup> found = cache.plugins().lookUp(asked);
    return found.get().hit().isDefined()
        ? found.get().hit().get().artifact()
        : cache.plugins().compileAndKeep(asked, found.get()).get();
  }

  private static CompilationRequest request(String text, String path) {
    return new CompilationRequest(
        SourceSet.of(SourceFile.of(path, text)), Contract.sideEffect(), settings());
  }

  private static CompilerSettings settings() {
    return new CompilerSettings(
        Option.none(), List.of(), new WarningPolicy(WarningPolicy.Treatment.REPORTED, Set.of()));
  }

  private List<String> names() {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private List<MissReason.Kind> kinds() {
    return events.stream()
        .filter(Event.CacheMiss.class::isInstance)
        .flatMap(event -> ((Event.CacheMiss) event).reasons().stream())
        .map(MissReason::kind)
        .toList();
  }
}
