package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.loadstone.application.CacheAnswer.Build;
import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.application.ObtainArtifact.Found;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.CacheMaintenance;
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
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ObtainArtifactTest {

  private static final FakeHostRuntime RUNTIME = FakeHostRuntime.of(17, "a build");
  private static final ClassFile RULE = rule(-1);
  private static final String TEXT = "class Plugin { h.Rule rule; }";

  private final InMemoryArtifactStore store = InMemoryArtifactStore.create();
  private final ClassFileReader classFiles = FakeClassFileReader.create();
  private final InMemoryArtifactCodec codec = new InMemoryArtifactCodec();
  private final List<Event> events = new ArrayList<>();

  @Test
  void find_nothingStored_isAMissThatIsNotToldYet() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));

    CacheAnswer found = find(cache, TEXT).answer();

    assertThat(found.hit()).isEmpty();
    assertThat(found.reasons()).isEmpty();
    assertThat(events).containsExactly(new Event.CacheLookup(List.of("Plugin.java")));
  }

  @Test
  void artifact_nothingStored_saysWhyAndStores() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));

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
    CacheTerms terms = new CacheTerms(CacheAccess.READ_WRITE, CacheTerms.OtherBuilds.REFUSED);
    events.clear();

    new StoredCompilations(
            store,
            codec,
            new DecodedArtifacts(codec),
            new CacheKeys(FakeCompiler.create(), RUNTIME),
            null,
            terms,
            observer())
        .keep(
            new CacheRequest(
                request(TEXT, "Plugin.java"),
                CacheKey.ofRequest(memoryOnly.provenance()),
                Purpose.LOAD),
            memoryOnly);

    assertThat(store.entries().get()).hasSize(before);
    assertThat(events).containsExactly(new Event.CacheUnusable(reason.getMessage()));
  }

  @Test
  void find_stored_isAHitThatIsCounted() {
    Artifact compiled = obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    Artifact found = obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);

    assertThat(found).isEqualTo(compiled);
    assertThat(names()).containsExactly("CacheLookup", "CacheHit");
    assertThat(store.report().get().count(CacheCounter.HIT)).isEqualTo(1);
    assertThat(store.report().get().count(CacheCounter.MISS_NEVER_SEEN)).isEqualTo(1);
  }

  @Test
  void find_changedHost_isAMissThatNamesTheClass() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(rule(-2))), TEXT);

    assertThat(kinds()).containsOnly(MissReason.Kind.HOST);
    assertThat(store.entries().get()).hasSize(2);
  }

  @Test
  void find_hostAsItWasBefore_isAHitAgain() {
    ClassFile other = rule(-2);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(other)), TEXT);
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(other)), TEXT);

    assertThat(names()).containsExactly("CacheLookup", "CacheHit", "CacheLookup", "CacheHit");
  }

  @Test
  void find_otherBuildRefused_isAMissThatNamesIt() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    obtain(cache(FakeCompiler.create(), FakeHostRuntime.of(17, "another build"), host(RULE)), TEXT);

    assertThat(kinds()).containsExactly(MissReason.Kind.LIBRARY_BUILD);
  }

  @Test
  void find_otherBuildAccepted_isAHitOfAnotherBuild() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    Cached other = accepting(FakeHostRuntime.of(17, "another build"), host(RULE));

    CacheAnswer found = find(other, TEXT).answer();

    assertThat(found.hit().get().build()).isEqualTo(Build.OTHER);
  }

  @Test
  void find_otherRuntimeOfAnAcceptedBuild_isAMissUnderTheExactPolicy() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    Cached other = accepting(FakeHostRuntime.of(25, "a build"), host(RULE));

    CacheAnswer found = find(other, TEXT).answer();

    assertThat(found.hit()).isEmpty();
    assertThat(found.reasons())
        .extracting(MissReason::kind)
        .containsExactly(MissReason.Kind.RUNTIME);
  }

  @Test
  void artifactInsteadOf_otherBuildThatDoesNotLink_isCompiledAnewAndFoundFirstFromThenOn() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    Cached other = accepting(FakeHostRuntime.of(17, "another build"), host(RULE));
    Found hit = find(other, TEXT);
    events.clear();

    other
        .obtain()
        .artifactInsteadOf(
            hit, new LinkageFailed("Plugin.java", new VerifyError("bad")), Cancellation.NEVER)
        .get();

    assertThat(kinds()).containsExactly(MissReason.Kind.LINKING);
    assertThat(find(other, TEXT).answer().hit().get().build()).isEqualTo(Build.SAME);
  }

  @Test
  void find_withoutACompiler_findsWhatOthersCompiled() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    Cached none =
        cache(
            FakeCompiler.failing(new CompilerUnavailable()),
            RUNTIME,
            host(RULE),
            new CacheTerms(CacheAccess.READ_WRITE, OtherBuilds.ACCEPTED),
            store);

    assertThat(find(none, TEXT).answer().hit()).isNotEmpty();
  }

  @Test
  void find_damagedEntry_isHealedAndAMiss() {
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
  void find_artifactOfAnotherPluginInItsPlace_isHealedAndAMiss() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Artifact other = obtain(cache, "class Plugin { int other; h.Rule rule; }");
    Bytes whole = codec.encode(other).get();
    obtain(cache, TEXT);
    store.entries().get().forEach(entry -> store.damage(entry, whole));
    events.clear();

    obtain(cache, TEXT);

    assertThat(kinds()).containsExactly(MissReason.Kind.DAMAGED);
  }

  @Test
  void find_brokenStore_isAMissAndOneWarning() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
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
  void find_brokenStoreThatIsOnlyRead_isAFailure() {
    store.breakDown("the disk is gone");
    InMemoryArtifactStore view = store.readOnly();
    view.breakDown("the disk is gone");
    Cached broken =
        cache(
            FakeCompiler.create(),
            RUNTIME,
            host(RULE),
            new CacheTerms(CacheAccess.READ_ONLY, OtherBuilds.REFUSED),
            view);

    assertThat(tryFind(broken, TEXT, Purpose.LOAD).getCause())
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("the disk is gone");
  }

  @Test
  void find_damagedEntryOfAStoreThatIsOnlyRead_isAFailureThatNamesIt() {
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    CacheEntry entry = store.entries().get().get(0);
    store.damage(entry, Bytes.ofUtf8("damaged"));
    Cached cache = readOnly();

    assertThat(tryFind(cache, TEXT, Purpose.LOAD).getCause())
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining(entry.toString());
  }

  @Test
  void artifact_storeThatIsOnlyRead_compilesAndKeepsNothing() {
    Cached cache = readOnly();

    obtain(cache, TEXT);

    assertThat(names()).containsExactly("CacheLookup", "CacheMiss", "Compiled");
    assertThat(store.entries().get()).isEmpty();
  }

  @Test
  void artifact_storedMeanwhileByAnother_takesThat() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Found missed = find(cache, TEXT);
    Artifact ofAnother = obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);
    events.clear();

    Artifact artifact = cache.obtain().artifact(missed, Cancellation.NEVER).get();

    assertThat(artifact).isEqualTo(ofAnother);
    assertThat(names()).containsExactly("CacheHit");
  }

  @Test
  void artifact_storedMeanwhileByAnotherBuild_compiles() {
    Cached cache = accepting(RUNTIME, host(RULE));
    Found missed = find(cache, TEXT);
    obtain(cache(FakeCompiler.create(), FakeHostRuntime.of(17, "another build"), host(RULE)), TEXT);

    Artifact artifact = cache.obtain().artifact(missed, Cancellation.NEVER).get();

    assertThat(artifact.provenance().context().runtime()).isEqualTo(RUNTIME.identity().get());
  }

  @Test
  void artifact_hostChangedSinceAnotherCallCompiled_isCompiledForTheOneThatJoined() {
    AtomicReference<HostView> now = new AtomicReference<>(host(RULE));
    HostView changing =
        mock(HostView.class, call -> call.getMethod().invoke(now.get(), call.getArguments()));
    Cached cache = cache(FakeCompiler.create(), RUNTIME, changing);
    Found first = find(cache, TEXT);
    Found second = find(cache, TEXT);
    cache.obtain().artifact(first, Cancellation.NEVER).get();
    now.set(host(rule(-2)));
    events.clear();

    cache.obtain().artifact(second, Cancellation.NEVER).get();

    assertThat(names()).containsExactly("CacheMiss", "Compiled", "CacheStored");
  }

  @Test
  void artifact_moreThanTheStoreHolds_tellsWhatGaveWay() {
    InMemoryArtifactStore small = InMemoryArtifactStore.holding(1, Long.MAX_VALUE);
    Cached cache =
        cache(
            FakeCompiler.create(),
            RUNTIME,
            host(RULE),
            new CacheTerms(CacheAccess.READ_WRITE, OtherBuilds.REFUSED),
            small);
    obtain(cache, TEXT);
    CacheEntry first = small.entries().get().get(0);
    events.clear();

    obtain(cache, TEXT + " ");

    assertThat(events).contains(new Event.CacheEvicted(first.toString()));
    assertThat(kinds()).containsExactly(MissReason.Kind.SOURCES);
  }

  @Test
  void find_hitWithWarnings_tellsThemAboutTheFilesNow() {
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
  void find_hostThatWasOnlyCompiledAnew_isAHitUnlessTheBytesMatter() {
    ClassFile rebuilt = new ClassFile("h.Rule", Bytes.ofUtf8("the same rule, compiled anew"));
    ClassFileReader readers = mock();
    when(readers.abi(any())).thenReturn(ClassAbi.parse("class h.Rule\nmodifiers public\n"));
    when(readers.privateMembers(any())).thenReturn(Try.success(new TreeSet<>()));
    when(readers.references(any())).thenAnswer(call -> classFiles.references(call.getArgument(0)));
    CacheTerms terms = new CacheTerms(CacheAccess.READ_WRITE, OtherBuilds.REFUSED);
    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE), terms, store, readers), TEXT);
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(rebuilt), terms, store, readers);

    CacheAnswer identical = tryFind(cache, TEXT, Purpose.WRITE).get().answer();

    assertThat(find(cache, TEXT).answer().hit()).isNotEmpty();
    assertThat(identical.hit()).isEmpty();
    assertThat(identical.reasons())
        .containsExactly(
            new MissReason(
                MissReason.Kind.HOST,
                "h.Rule: the class was recompiled; plugins see no difference"));
  }

  @Test
  void find_withoutSources_isTheirError() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    CompilationRequest none =
        new CompilationRequest(SourceSet.of(), Contract.sideEffect(), settings());

    assertThat(cache.obtain().find(none, Purpose.LOAD, Cancellation.NEVER).getCause())
        .isInstanceOf(InvalidSources.class);
  }

  @Test
  void artifact_ofAMiss_hasTheTurnWhileItCompiles() {
    List<Integer> turns = new ArrayList<>();
    FakeCompiler compiler = FakeCompiler.create();
    Compiler watching = mock();
    when(watching.identity()).thenReturn(compiler.identity());
    when(watching.compile(any(), any()))
        .thenAnswer(
            call -> {
              turns.add(store.openTurns());
              return compiler.compile(call.getArgument(0), call.getArgument(1));
            });

    obtain(cache(watching, RUNTIME, host(RULE)), TEXT);

    assertThat(turns).containsExactly(1);
    assertThat(store.openTurns()).isZero();
  }

  @Test
  void artifact_missTogetherWithAnotherCall_isCompiledOnceAndAHitWithoutEntry() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Found first = find(cache, TEXT);
    Found second = tryFind(cache, TEXT, Purpose.LOAD, "elsewhere/Plugin.java").get();
    Artifact artifact = cache.obtain().artifact(first, Cancellation.NEVER).get();
    events.clear();

    Artifact shared = cache.obtain().artifact(second, Cancellation.NEVER).get();

    assertThat(shared).isSameAs(artifact);
    assertThat(events)
        .containsExactly(
            new Event.CacheHit(List.of("elsewhere/Plugin.java"), "Plugin", "", List.of()));
  }

  @Test
  void artifact_withoutACache_isCompiledOnceForAllWhoAskMeanwhile() {
    FakeCompiler compiler = FakeCompiler.create();
    ObtainArtifact obtain = withoutCache(compiler, CompileCache.nothing(Option.none(), observer()));
    Found first = obtain.find(request(TEXT, "Plugin.java"), Purpose.LOAD, Cancellation.NEVER).get();
    Found second =
        obtain.find(request(TEXT, "Plugin.java"), Purpose.LOAD, Cancellation.NEVER).get();

    obtain.artifact(first, Cancellation.NEVER).get();
    obtain.artifact(second, Cancellation.NEVER).get();
    obtain.find(request(TEXT, "Plugin.java"), Purpose.LOAD, Cancellation.NEVER).get();

    assertThat(names()).containsExactly("Compiled", "CacheHit");
  }

  @Test
  void find_cacheThatCannotBeUsed_tellsSoOnce() {
    LibraryUnknown reason = new LibraryUnknown(List.of("domain"), List.of(), null);
    ObtainArtifact obtain =
        withoutCache(FakeCompiler.create(), CompileCache.nothing(Option.some(reason), observer()));

    for (int i = 0; i < 2; i++) {
      obtain.find(request(TEXT, "Plugin.java"), Purpose.LOAD, Cancellation.NEVER).get();
    }

    assertThat(events).containsExactly(new Event.CacheUnusable(reason.getMessage()));
  }

  @Test
  void artifact_everybodyGaveUp_isNotCompiled() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Found found = cache.obtain().find(request(TEXT, "Plugin.java"), Purpose.LOAD, () -> true).get();
    events.clear();

    Try<Artifact> outcome = cache.obtain().artifact(found, () -> true);

    assertThat(outcome.getCause()).isInstanceOf(CancellationException.class);
    assertThat(events).isEmpty();
  }

  @Test
  void artifact_firstGaveUp_isCompiledForTheOther() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Found first = cache.obtain().find(request(TEXT, "Plugin.java"), Purpose.LOAD, () -> true).get();
    Found second = find(cache, TEXT);

    cache.obtain().artifact(first, () -> true);
    Try<Artifact> outcome = cache.obtain().artifact(second, Cancellation.NEVER);

    assertThat(outcome.isSuccess()).isTrue();
    assertThat(names()).filteredOn("Compiled"::equals).hasSize(1);
  }

  @Test
  void artifact_sourcesThatAreWrong_failAllWhoGaveTheSameFilesAndNobodyElse() {
    CompilationFailed wrong =
        new CompilationFailed(List.of(Diagnostic.error("compiler.err.x", "wrong", "Plugin.java")));
    Compiler failing = mock();
    when(failing.identity()).thenReturn(FakeCompiler.create().identity());
    when(failing.compile(any(), any())).thenReturn(Try.failure(wrong));
    Cached cache = cache(failing, RUNTIME, host(RULE));
    Found first = find(cache, TEXT);
    Found same = find(cache, TEXT);
    Found elsewhere = tryFind(cache, TEXT, Purpose.LOAD, "elsewhere/Plugin.java").get();
    cache.obtain().artifact(first, Cancellation.NEVER);
    events.clear();

    cache.obtain().artifact(same, Cancellation.NEVER);
    cache.obtain().artifact(elsewhere, Cancellation.NEVER);

    assertThat(events)
        .singleElement()
        .satisfies(
            event ->
                assertThat(((Event.CacheMiss) event).files())
                    .containsExactly("elsewhere/Plugin.java"));
  }

  @Test
  void artifact_toBeJudged_isNotKept() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Found found = tryFind(cache, TEXT, Purpose.CHECK).get();

    cache.obtain().artifact(found, Cancellation.NEVER).get();

    assertThat(store.entries().get()).isEmpty();
    assertThat(names()).containsExactly("CacheLookup", "CacheMiss", "Compiled");
  }

  @Test
  void verify_wholeDamagedAndMisplaced_removesTheLatter() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    Artifact whole = obtain(cache, TEXT);
    obtain(cache, TEXT + " ");
    obtain(cache, TEXT + "  ");
    List<CacheEntry> entries = new ArrayList<>(store.entries().get());
    CacheEntry own = find(cache, TEXT).answer().hit().get().entry();
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
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    obtain(cache, TEXT);
    CacheEntry entry = store.entries().get().get(0);
    ArtifactStore unreadable =
        mock(ArtifactStore.class, withSettings().extraInterfaces(CacheMaintenance.class));
    StoreFailed failure = StoreFailed.ofCache(entry.id(), "no permission", null);
    when(((CacheMaintenance) unreadable).entries()).thenReturn(Try.success(List.of(entry)));
    when(unreadable.read(any())).thenReturn(Try.failure(failure));

    Try<CacheVerification> verification = new VerifyCache(unreadable, codec, observer()).verify();

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
  void find_severalHostsBefore_namesTheDifferencesOfOne() {
    for (int i = 0; i < 3; i++) {
      ClassFile rule = rule(i);
      obtain(cache(FakeCompiler.create(), RUNTIME, host(rule)), TEXT);
    }
    events.clear();

    obtain(cache(FakeCompiler.create(), RUNTIME, host(RULE)), TEXT);

    assertThat(kinds()).containsExactly(MissReason.Kind.HOST);
  }

  @Test
  void artifact_nearestEntryDamaged_saysSo() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    obtain(cache, TEXT);
    store.damage(store.entries().get().get(0), Bytes.ofUtf8("damaged"));
    events.clear();

    obtain(cache, TEXT + " ");

    assertThat(kinds()).containsExactly(MissReason.Kind.DAMAGED);
  }

  @Test
  void verify_brokenStore_isAFailure() {
    Cached cache = cache(FakeCompiler.create(), RUNTIME, host(RULE));
    store.breakDown("the disk is gone");

    assertThat(cache.verification().verify().getCause()).isInstanceOf(StoreFailed.class);
  }

  private Cached readOnly() {
    return cache(
        FakeCompiler.create(),
        RUNTIME,
        host(RULE),
        new CacheTerms(CacheAccess.READ_ONLY, OtherBuilds.REFUSED),
        store.readOnly());
  }

  private Cached accepting(FakeHostRuntime runtime, HostView host) {
    return cache(
        FakeCompiler.create(),
        runtime,
        host,
        new CacheTerms(CacheAccess.READ_WRITE, OtherBuilds.ACCEPTED),
        store);
  }

  private Cached cache(Compiler compiler, FakeHostRuntime runtime, HostView host) {
    return cache(
        compiler,
        runtime,
        host,
        new CacheTerms(CacheAccess.READ_WRITE, OtherBuilds.REFUSED),
        store);
  }

  private Cached cache(
      Compiler compiler,
      FakeHostRuntime runtime,
      HostView host,
      CacheTerms terms,
      InMemoryArtifactStore ofEntries) {
    return cache(compiler, runtime, host, terms, ofEntries, classFiles);
  }

  private Cached cache(
      Compiler compiler,
      FakeHostRuntime runtime,
      HostView host,
      CacheTerms terms,
      InMemoryArtifactStore ofEntries,
      ClassFileReader reader) {
    HostAbis abis = new HostAbis(reader);
    CheckContext context =
        new CheckContext(compiler, runtime, host, reader, abis, ContextPolicy.EXACT);
    CompilePlugin compiling =
        new CompilePlugin(
            compiler, host, runtime, new RecordDependencies(reader, abis), observer());
    CompileCache cache =
        new StoredCompilations(
            ofEntries,
            codec,
            new DecodedArtifacts(codec),
            new CacheKeys(compiler, runtime),
            context,
            terms,
            observer());
    return new Cached(
        new ObtainArtifact(cache, compiling, context, CompilationThreads.CALLERS, observer()),
        new VerifyCache(ofEntries, codec, observer()));
  }

  private ObtainArtifact withoutCache(Compiler compiler, CompileCache nothing) {
    HostAbis abis = new HostAbis(classFiles);
    HostView host = host(RULE);
    return new ObtainArtifact(
        nothing,
        new CompilePlugin(
            compiler, host, RUNTIME, new RecordDependencies(classFiles, abis), observer()),
        new CheckContext(compiler, RUNTIME, host, classFiles, abis, ContextPolicy.EXACT),
        CompilationThreads.CALLERS,
        observer());
  }

  private CallObserver observer() {
    return CallObserver.of(events::add);
  }

  /** The use cases of one cache. */
  private record Cached(ObtainArtifact obtain, VerifyCache verification) {}

  private static ClassFile rule(int limit) {
    String text =
        """
        class h.Rule
        modifiers public
        field LIMIT I
         modifiers public static final
         constant %d
        """;
    return FakeClassFileReader.classFile(ClassAbi.parse(text.formatted(limit)).get());
  }

  private static HostView host(ClassFile... classes) {
    return InMemoryHostView.of(List.of(classes));
  }

  private static Found find(Cached cache, String text) {
    return tryFind(cache, text, Purpose.LOAD).get();
  }

  private static Try<Found> tryFind(Cached cache, String text, Purpose purpose) {
    return tryFind(cache, text, purpose, "Plugin.java");
  }

  private static Try<Found> tryFind(Cached cache, String text, Purpose purpose, String path) {
    return cache.obtain().find(request(text, path), purpose, Cancellation.NEVER);
  }

  private static Artifact obtain(Cached cache, String text) {
    return obtain(cache, text, "Plugin.java");
  }

  private static Artifact obtain(Cached cache, String text, String path) {
    Found found = tryFind(cache, text, Purpose.LOAD, path).get();
    return cache.obtain().artifact(found, Cancellation.NEVER).get();
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
