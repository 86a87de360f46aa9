package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.testkit.HostChange;
import dev.loadstone.testkit.HostChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What linking would notice of a change of the host, with the JVM as oracle. */
final class HostChangesTest {

  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]{3,}\\b");

  private static final ConcurrentMap<HostChange, Trial> TRIALS = new ConcurrentHashMap<>();

  static List<HostChange> changes() {
    return HostChanges.all();
  }

  /** Compiles each change once for all tests. */
  private static Trial trial(HostChange change) {
    return TRIALS.computeIfAbsent(change, HostChangesTest::compiled);
  }

  private static Trial compiled(HostChange change) {
    Map<String, ClassFile> before = compile(change.sourcesBefore(), change);
    Map<String, ClassFile> after =
        InMemoryJavac.compile(List.copyOf(change.sourcesAfter().values()));
    after.keySet().removeAll(change.missingAfter());
    return new Trial(
        ofPackage("com.acme.", before),
        after,
        ofPackage("plugin.", before),
        CONSTANT.matcher(change.plugin()).results().map(found -> found.group()).toList());
  }

  /** A version of the host, and the plugin compiled with it. */
  private static Map<String, ClassFile> compile(Map<String, String> host, HostChange change) {
    List<String> sources = new ArrayList<>(host.values());
    sources.add(change.pluginSource());
    return InMemoryJavac.compile(sources);
  }

  private static Map<String, ClassFile> ofPackage(String prefix, Map<String, ClassFile> classes) {
    Map<String, ClassFile> some = new TreeMap<>(classes);
    some.keySet().removeIf(name -> !name.startsWith(prefix));
    return some;
  }

  @ParameterizedTest
  @MethodSource("changes")
  void differences_ofChange_areThoseThatLinkingNotices(HostChange change) {
    assertThat(trial(change).differences())
        .extracting(Difference::toString)
        .containsExactlyElementsOf(change.differences());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void run_withoutCheck_hasTheEffect(HostChange change) {
    Trial trial = trial(change);

    Trial.Run before = Trial.run(trial.before(), trial.plugin());
    Trial.Run after = Trial.run(trial.after(), trial.plugin());

    assertThat(before.error()).isEmpty();
    if (change.effect() == HostChange.Effect.ERROR) {
      assertThat(after.error()).isNotEmpty();
    } else {
      assertThat(after).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("outdating")
  void run_ofPluginCompiledAnew_givesAnotherResult(HostChange change) {
    Trial trial = trial(change);
    Map<String, ClassFile> anew = ofPackage("plugin.", compile(change.sourcesAfter(), change));

    Trial.Run outdated = Trial.run(trial.after(), trial.plugin());
    Trial.Run run = Trial.run(trial.after(), anew);

    assertThat(run.result()).isNotEqualTo(outdated.result());
  }

  static List<HostChange> outdating() {
    return changes().stream()
        .filter(change -> change.effect() == HostChange.Effect.OUTDATED)
        .toList();
  }

  @Test
  void changes_thatAreAccepted_haveNoEffect() {
    assertThat(changes())
        .filteredOn(change -> change.differences().isEmpty())
        .hasSizeGreaterThan(30)
        .extracting(HostChange::effect)
        .containsOnly(HostChange.Effect.SAME);
  }
}
