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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What linking would notice of a change of the host, with the JVM as oracle. */
final class HostChangesTest {

  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]{3,}\\b");

  static List<HostChange> changes() {
    return HostChanges.all();
  }

  private static Trial trial(HostChange change) {
    Map<String, ClassFile> before = compile(change.sourcesBefore(), List.of());
    Map<String, ClassFile> after = new TreeMap<>(compile(change.sourcesAfter(), List.of()));
    after.keySet().removeAll(change.missingAfter());
    Map<String, ClassFile> plugin =
        new TreeMap<>(compile(change.sourcesBefore(), List.of(change.pluginSource())));
    plugin.keySet().removeAll(before.keySet());
    return new Trial(
        before,
        after,
        plugin,
        CONSTANT.matcher(change.plugin()).results().map(found -> found.group()).toList());
  }

  private static Map<String, ClassFile> compile(Map<String, String> host, List<String> plugin) {
    List<String> sources = new ArrayList<>(host.values());
    sources.addAll(plugin);
    return InMemoryJavac.compile(sources);
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
    Map<String, ClassFile> anew =
        new TreeMap<>(compile(change.sourcesAfter(), List.of(change.pluginSource())));
    anew.keySet().removeAll(trial.after().keySet());

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
