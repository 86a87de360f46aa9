package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.ContextPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hosts that differ, and JDKs that differ, with one cache. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
final class CacheHostsIT {

  private static final String FIRST_TIME = "compiled";

  private static final List<CacheProcess> PROCESSES = new ArrayList<>();

  @TempDir private Path folder;

  private Path cache;
  private Path plugin;
  private Path older;
  private Path newer;

  @BeforeEach
  void prepare() {
    cache = folder.resolve("cache");
    plugin =
        Sources.write(
            folder,
            "Plugin.java",
            "public class Plugin implements java.util.function.IntSupplier {"
                + " public int getAsInt() { return host.Api.CONSTANT; } }");
    older = host("older", 1);
    newer = host("newer", 2);
  }

  private Path host(String name, int constant) {
    return HostJar.of(
        folder.resolve(name + ".jar"),
        "public class Api { public static final int CONSTANT = " + constant + "; }");
  }

  @BeforeAll
  static void start() throws IOException {
    PROCESSES.add(CacheProcess.start());
  }

  @AfterAll
  static void end() {
    PROCESSES.forEach(CacheProcess::close);
    PROCESSES.clear();
  }

  private static CacheProcess onThisJdk() {
    return PROCESSES.get(0);
  }

  private static CacheProcess onOtherJdk() throws IOException {
    if (PROCESSES.size() == 1) {
      PROCESSES.add(
          CacheProcess.start(List.of(), OtherJdk.home(), System.getProperty("java.class.path")));
    }
    return PROCESSES.get(1);
  }

  private static void assertLoads(
      CacheProcess process, Path plugin, String value, String events, Object... open)
      throws Exception {
    assertThat(process.ask(open)).isEqualTo("open");
    assertThat(process.ask("load", plugin)).isEqualTo(value);
    assertThat(process.ask("events")).endsWith(events);
  }

  @Test
  void load_twoHostsAndTwoJdksInTurns_eachHitsItsOwn() throws Exception {
    CacheProcess here = onThisJdk();
    CacheProcess there = onOtherJdk();
    for (String expected : List.of(FIRST_TIME, "hit", "hit")) {
      for (CacheProcess each : List.of(here, there)) {
        assertLoads(each, plugin, "1", expected, "open", cache, "host=" + older, "max=4");
        assertLoads(each, plugin, "2", expected, "open", cache, "host=" + newer, "max=4");
      }
    }

    assertThat(StoredFiles.entries(cache)).hasSize(4);
  }

  @Test
  void load_sameReleaseOnTwoJdksInTurns_eachHitsItsOwn() throws Exception {
    CacheProcess here = onThisJdk();
    CacheProcess there = onOtherJdk();
    for (String expected : List.of(FIRST_TIME, "hit", "hit")) {
      for (CacheProcess each : List.of(here, there)) {
        assertLoads(
            each, plugin, "1", expected, "open", cache, "host=" + older, "release=17", "max=2");
      }
    }

    assertThat(StoredFiles.entries(cache)).hasSize(2);
  }

  /** Another runtime is a difference that counts here, whatever builds are accepted. */
  @Test
  void load_twoJdksWithOthersAcceptedExactly_eachHitsItsOwn() throws Exception {
    CacheProcess here = onThisJdk();
    CacheProcess there = onOtherJdk();
    for (String expected : List.of(FIRST_TIME, "hit")) {
      assertLoads(there, plugin, "1", expected, open(ContextPolicy.EXACT, older));
      assertLoads(here, plugin, "1", expected, open(ContextPolicy.EXACT, older));
      assertLoads(here, plugin, "2", expected, open(ContextPolicy.EXACT, newer));
      assertLoads(there, plugin, "2", expected, open(ContextPolicy.EXACT, newer));
    }
  }

  @Test
  void load_twoJdksWithOthersAcceptedWhereTheyLink_oneCompilesForBoth() throws Exception {
    Object[] open = open(ContextPolicy.BINARY_COMPATIBLE, older);
    assertLoads(onOtherJdk(), plugin, "1", FIRST_TIME, open);

    assertLoads(onThisJdk(), plugin, "1", "hit", open);
    assertLoads(onOtherJdk(), plugin, "1", "hit", open);
    assertThat(StoredFiles.entries(cache)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void load_anotherBuildOfTheLibrary_isAHitWhereOthersAreAccepted(ContextPolicy policy)
      throws Exception {
    Object[] onlyOwn = {"open", cache, "host=" + older, "release=17", "policy=" + policy};
    String anotherBuild =
        JarredClassPath.ofAnotherBuild(Files.createDirectory(folder.resolve("another")));
    CacheProcess one = onThisJdk();
    try (CacheProcess another =
        CacheProcess.start(List.of(), Path.of(System.getProperty("java.home")), anotherBuild)) {
      assertLoads(one, plugin, "1", FIRST_TIME, open(policy, older));
      assertLoads(another, plugin, "1", "hit", open(policy, older));
      assertLoads(another, plugin, "2", FIRST_TIME, open(policy, newer));
      assertLoads(one, plugin, "2", "hit", open(policy, newer));
      assertThat(StoredFiles.entries(cache)).hasSize(2);

      // Of its own build there is one, for the newer host.
      assertLoads(another, plugin, "1", "miss HOST, compiled", onlyOwn);
      assertLoads(another, plugin, "1", "hit", onlyOwn);
      assertLoads(one, plugin, "1", "hit", onlyOwn);
    }
  }

  private Object[] open(ContextPolicy policy, Path host) {
    return new Object[] {
      "open", cache, "host=" + host, "release=17", "others=true", "policy=" + policy, "max=5"
    };
  }

  /**
   * The later JDK has no such class any more: its answer is the same with the cache and without.
   */
  @Test
  void load_entryOfAnotherCompiler_isCompiledAnewWhereItsOwnIsNeeded() throws Exception {
    Path gone =
        Sources.write(
            folder,
            "Gone.java",
            "@SuppressWarnings({\"removal\", \"deprecation\"})"
                + " public class Gone extends javax.management.loading.MLet"
                + " implements java.util.function.IntSupplier {"
                + " public int getAsInt() { return 3; } }");
    Object[] open = open(ContextPolicy.BINARY_COMPATIBLE, older);
    CacheProcess here = onThisJdk();
    CacheProcess there = onOtherJdk();
    boolean isHereEarlier = Runtime.version().feature() == 17;
    CacheProcess earlier = isHereEarlier ? here : there;
    CacheProcess later = isHereEarlier ? there : here;
    assertLoads(earlier, gone, "3", FIRST_TIME, open);

    assertThat(later.ask(open)).isEqualTo("open");
    assertThat(later.ask("load", gone))
        .startsWith("failed: dev.loadstone.domain.error.LinkageFailed");
    assertThat(later.ask("events")).isEqualTo("miss RUNTIME, compiled");
    assertLoads(earlier, gone, "3", "hit", open);
  }
}
