package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.testkit.InMemoryArtifactFiles;
import dev.loadstone.testkit.InMemoryArtifactStore;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each read of a class file, an ABI, a class of the JDK, an artifact or an entry of the cache fails
 * in turn: the n-th one, for each n, until none is left. What comes of it is a declared error, or
 * the same result as without the fault.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(600)
final class FailingReadsTest {

  private static final Path FILE = Path.of("plugins", "main.jar");
  private static final CompilationRequest REQUEST =
      new CompilationRequest(
          Sources.of(
              "Main.java",
              """
              package plugin;
              import host.*;
              import java.util.*;
              public class Main implements java.util.function.Supplier<String> {
                @Override public String get() {
                  Rule rule = new Own();
                  Sub sub = new Sub();
                  String kind = switch (Kind.A) { case A -> "a"; case B -> "b"; };
                  return kind + sub.size + sub.cost() + Rule.LIMIT + rule.price(3) + List.of(1);
                }
                static class Own implements Rule { @Override public int price(int i) { return i; } }
              }
              """),
          Contract.type(
              "java.util.function.Supplier<java.lang.String>", "java.util.function.Supplier"),
          new CompilerSettings(
              Option.none(),
              List.of(),
              new WarningPolicy(WarningPolicy.Treatment.IGNORED, Set.of())));

  private static final String RULE = "public interface Rule { int LIMIT = 10; int price(int i); }";
  private static final String BASE =
      "public class Base { public int size = 1; public int cost() { return 2; } }";
  private static final String SUB = "public class Sub extends Base {}";
  private static final String KIND = "public enum Kind { A, B }";
  private static final String SAME = "same";

  private final Map<String, ClassLoaderAdapter> hosts = new LinkedHashMap<>();
  private final InMemoryArtifactFiles compiled = new InMemoryArtifactFiles(FILE.getParent());

  @BeforeAll
  void compileHosts(@TempDir Path folder) {
    host(folder, SAME, RULE, BASE, SUB, KIND);
    host(folder, "recompiled", RULE, BASE.replace("return 2;", "int i = 2; return i;"), SUB, KIND);
    host(
        folder,
        "method added",
        RULE.replace("int price", "default void x() {} int price"),
        BASE,
        SUB,
        KIND);
    host(folder, "method changed", RULE.replace("int i", "long i"), BASE, SUB, KIND);
    host(folder, "constant changed", RULE.replace("10", "20"), BASE, SUB, KIND);
    host(folder, "enum constant added", RULE, BASE, SUB, KIND.replace("A, B", "C, A, B"));
    host(folder, "enum constant gone", RULE, BASE, SUB, KIND.replace("A, B", "A"));
    host(folder, "class gone", RULE, BASE, SUB);
    host(folder, "supertype gone", RULE, BASE, SUB.replace("extends Base", ""), KIND);
    host(folder, "class appeared", RULE, BASE, SUB, KIND, "public class List {}");
    host(folder, "member hidden", RULE, BASE, SUB.replace("{}", "{ private int size; }"), KIND);
    pipeline(SAME, ContextPolicy.EXACT, compiled, Faults.none()).write(REQUEST, FILE).get();
  }

  private void host(Path folder, String name, String... units) {
    Path classes = HostJar.classes(folder.resolve("" + hosts.size()), units);
    hosts.put(
        name,
        new ClassLoaderAdapter(
            ClassLoader.getPlatformClassLoader(), List.of(classes), AllowedPackages.everything()));
  }

  Stream<Arguments> hostsAndPolicies() {
    return hosts.keySet().stream()
        .flatMap(
            host -> Stream.of(ContextPolicy.values()).map(policy -> Arguments.of(host, policy)));
  }

  Stream<String> hosts() {
    return hosts.keySet().stream();
  }

  @ParameterizedTest
  @CsvSource({
    "same, true, true",
    "recompiled, true, true",
    "method added, false, true",
    "method changed, false, false",
    "constant changed, false, false",
    "enum constant added, false, true",
    "enum constant gone, false, false",
    "class gone, false, false",
    "supertype gone, false, false",
    "class appeared, false, true",
    "member hidden, false, false",
  })
  void load_withoutFault_isAsThePolicySays(String host, boolean exact, boolean compatible) {

    for (ContextPolicy policy : ContextPolicy.values()) {
      Try<String> loaded = pipeline(host, policy, compiled, Faults.none()).load(FILE, REQUEST);

      boolean isAccepted = policy == ContextPolicy.EXACT ? exact : compatible;
      assertThat(loaded.isSuccess()).as("%s: %s", policy, loaded).isEqualTo(isAccepted);
      assertThat(loaded).allSatisfy(text -> assertThat(text).isEqualTo("a12103[1]"));
    }
  }

  @ParameterizedTest
  @MethodSource("hostsAndPolicies")
  @Tag("thorough")
  void load_ofArtifactWithAnyReadFailing_isRefusedOrAsWithout(String host, ContextPolicy policy) {
    failEachOfLoading(1, host, policy);
  }

  @ParameterizedTest
  @MethodSource("hostsAndPolicies")
  void load_ofArtifactWithSomeReadsFailing_isRefusedOrAsWithout(String host, ContextPolicy policy) {
    failEachOfLoading(7, host, policy);
  }

  private void failEachOfLoading(int step, String host, ContextPolicy policy) {
    Function<Faults, Try<String>> load =
        faults -> pipeline(host, policy, compiled, faults).load(FILE, REQUEST);

    assertThat(failEach(step, load)).isGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("hostsAndPolicies")
  @Tag("thorough")
  void load_ofArtifactWrittenWithAnyReadFailing_isRefusedOrAsWithout(
      String host, ContextPolicy policy) {
    failEachOfWriting(1, host, policy);
  }

  @ParameterizedTest
  @EnumSource
  void load_ofArtifactWrittenWithSomeReadsFailing_isRefusedOrAsWithout(ContextPolicy policy) {
    failEachOfWriting(13, "supertype gone", policy);
  }

  private void failEachOfWriting(int step, String host, ContextPolicy policy) {
    Function<Faults, Try<String>> writeAndLoad =
        faults -> {
          InMemoryArtifactFiles files = new InMemoryArtifactFiles(FILE.getParent());
          return pipeline(SAME, policy, files, faults)
              .write(REQUEST, FILE)
              .flatMap(file -> pipeline(host, policy, files, Faults.none()).load(file, REQUEST));
        };

    assertThat(failEach(step, writeAndLoad)).isGreaterThan(20);
  }

  private FaultyPipeline pipeline(
      String host, ContextPolicy policy, InMemoryArtifactFiles files, Faults faults) {
    return new FaultyPipeline(
        hosts.get(host), policy, files, InMemoryArtifactStore.create(), faults);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  @Tag("thorough")
  void loadCached_withAnyReadFailing_isFreshOrRefused(String host) {
    failEachOfCached(1, host);
  }

  @ParameterizedTest
  @ValueSource(strings = {SAME, "method added"})
  void loadCached_withSomeReadsFailing_isFreshOrRefused(String host) {
    failEachOfCached(67, host);
  }

  /** What is in the cache was compiled against the first host; what is loaded is loaded again. */
  private void failEachOfCached(int step, String host) {
    InMemoryArtifactStore first = InMemoryArtifactStore.create();
    cached(SAME, first, Faults.none()).get();
    Bytes entry = first.read(first.entries().get().get(0)).get().get();
    CacheKey key = pipeline(SAME, first, Faults.none()).key(REQUEST);
    Function<Faults, Try<String>> load =
        faults -> {
          InMemoryArtifactStore store = InMemoryArtifactStore.create();
          store.publish(key, REQUEST.sources().paths(), entry).get();
          Try<String> loaded = cached(host, store, faults);
          Try<String> again = cached(host, store, Faults.none());
          return again.map(text -> loaded.getOrElse(text) + text);
        };
    Function<Faults, Try<String>> keep =
        faults -> {
          InMemoryArtifactStore store = InMemoryArtifactStore.create();
          cached(SAME, store, faults);
          return cached(host, store, Faults.none());
        };

    assertThat(failEach(step, load)).isGreaterThan(20);
    assertThat(failEach(step, keep)).isGreaterThan(20);
  }

  private FaultyPipeline pipeline(String host, InMemoryArtifactStore store, Faults faults) {
    return new FaultyPipeline(
        hosts.get(host), ContextPolicy.EXACT, new InMemoryArtifactFiles(), store, faults);
  }

  private Try<String> cached(String host, InMemoryArtifactStore store, Faults faults) {
    Try<String> loaded = pipeline(host, store, faults).loadCached(REQUEST);
    assertDeclared(loaded);
    return loaded;
  }

  /** Lets reads fail until none is left that could, and returns how many could. */
  private static int failEach(int step, Function<Faults, Try<String>> way) {
    Try<String> expected = way.apply(Faults.none());
    int call = 1;
    Faults faults = Faults.at(call);
    Try<String> outcome = way.apply(faults);
    while (faults.hasOccurred()) {
      assertDeclared(outcome);
      if (outcome.isSuccess()) {
        assertThat(outcome).as("call %d failed", call).isEqualTo(expected);
      }
      call += step;
      faults = Faults.at(call);
      outcome = way.apply(faults);
    }
    return call;
  }

  private static void assertDeclared(Try<String> outcome) {
    if (outcome.isFailure()) {
      assertThat(outcome.getCause()).isInstanceOf(PluginException.class);
    } else {
      assertThat(outcome.get()).doesNotContain("threw");
    }
  }
}
