package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compatibility.InheritedMembers;
import dev.loadstone.domain.compatibility.PluginClass;
import dev.loadstone.domain.context.InheritedMember;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Hosts that are changed at random, all but what method bodies do. {@code -Dlinkage.seed=N
 * -Dlinkage.mutants=N} tries others, and more.
 */
final class HostMutationTest {

  private static final long SEED = Long.getLong("linkage.seed", 20);
  private static final int MUTANTS = Integer.getInteger("linkage.mutants", 100);

  private static final Map<String, ClassFile> HOST = MutationSubjects.host();
  private static final Map<String, ClassFile> PLUGIN = MutationSubjects.plugin();

  /** How many mutants were accepted, refused, or do not link among themselves. */
  private record Tally(int accepted, int refused, int unsound) {}

  /** Whether an accepted host may change what the plugin gives. */
  private enum Result {
    ANY,
    SAME
  }

  /** Tries mutants: in those that a check accepts, the plugin meets no error of linking. */
  private static Tally accepted(Predicate<Trial> check, Result result) {
    Trial.Run before = Trial.run(HOST, PLUGIN);
    assertThat(before.error()).isEmpty();
    int accepted = 0;
    int unsound = 0;
    for (int i = 0; i < MUTANTS; i++) {
      HostMutation mutation = new HostMutation(new Random(SEED * 1_000_003 + i));
      Map<String, ClassFile> mutant = mutation.mutate(HOST);
      if (!HostSoundness.isSound(mutant)) {
        unsound++;
      } else if (check.test(new Trial(HOST, mutant, PLUGIN, List.of()))) {
        accepted++;
        Trial.Run after = Trial.run(mutant, PLUGIN);
        assertThat(after.error()).as("mutant %s of seed %s", i, SEED).isEmpty();
        if (result == Result.SAME) {
          assertThat(after).as("mutant %s of seed %s", i, SEED).isEqualTo(before);
        }
      }
    }
    return new Tally(accepted, MUTANTS - accepted - unsound, unsound);
  }

  @Test
  void run_inHostWithoutDifferencesOfLinking_meetsNoLinkageError(TestReporter reporter) {
    Tally tally = accepted(trial -> trial.differences().isEmpty(), Result.ANY);

    reporter.publishEntry("seed " + SEED, tally.toString());
    assertThat(tally.accepted()).isGreaterThan(MUTANTS / 4);
    assertThat(tally.refused()).isGreaterThan(MUTANTS / 10);
  }

  @Test
  void run_inHostWithTheSameAbis_givesTheSameResult(TestReporter reporter) {
    SortedSet<InheritedMember> inherited = inherited();

    Tally tally = accepted(trial -> hasSameAbis(trial, inherited), Result.SAME);

    reporter.publishEntry("seed " + SEED, tally.toString());
    assertThat(tally.accepted()).isGreaterThan(MUTANTS / 50);
  }

  private static SortedSet<InheritedMember> inherited() {
    Trial trial = new Trial(HOST, HOST, PLUGIN, List.of());
    return InheritedMembers.of(trial.pluginClasses(), Trial.abis(HOST));
  }

  private static boolean hasSameAbis(Trial trial, SortedSet<InheritedMember> inherited) {
    Map<String, ClassAbi> before = Trial.abis(trial.before());
    Map<String, ClassAbi> after = Trial.abis(trial.after());
    return used(trial, before).stream().allMatch(name -> before.get(name).equals(after.get(name)))
        && inherited.stream()
            .noneMatch(
                member ->
                    Trial.privateMembers(trial.after().get(member.owner())).contains(member.key()));
  }

  /**
   * What a compilation records at least: what the byte code names, what it stands in or extends,
   * and whatever may have given a constant.
   */
  private static SortedSet<String> used(Trial trial, Map<String, ClassAbi> host) {
    Deque<String> left = new ArrayDeque<>();
    for (PluginClass each : trial.pluginClasses()) {
      left.addAll(each.references().classes());
      left.addAll(each.references().mentioned());
    }
    host.values().stream()
        .filter(type -> type.fields().stream().anyMatch(field -> field.constant().isDefined()))
        .forEach(type -> left.add(type.name()));
    SortedSet<String> used = new TreeSet<>();
    while (!left.isEmpty()) {
      String name = left.remove();
      if (host.containsKey(name) && used.add(name)) {
        ClassAbi type = host.get(name);
        left.addAll(type.interfaces());
        type.superclass().forEach(left::add);
        type.nesting().forEach(nesting -> left.add(nesting.outer()));
      }
    }
    return used;
  }
}
