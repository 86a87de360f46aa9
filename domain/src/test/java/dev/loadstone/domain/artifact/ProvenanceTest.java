package dev.loadstone.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.CurrentContext;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import io.vavr.control.Option;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {

  private static final Digest BUILD = new Digest("a".repeat(64));
  private static final Digest OTHER_BUILD = new Digest("b".repeat(64));
  private static final CompilerIdentity JAVAC = new CompilerIdentity("javac", "17.0.15+6");

  @Test
  void differencesFrom_sameContext_none() {
    CurrentContext now = now(Option.some(JAVAC), 17, BUILD);

    assertThat(provenance(17).context().differencesFrom(now)).isEmpty();
  }

  @Test
  void differencesFrom_everythingDiffersAndExact_allInAFixedOrder() {
    CurrentContext now = now(Option.some(new CompilerIdentity("ecj", "3.40")), 21, OTHER_BUILD);

    List<Difference> differences = provenance(17).context().differencesFrom(now);

    assertThat(differences)
        .containsExactly(
            Difference.of(
                Difference.Kind.LIBRARY_BUILD,
                "Loadstone",
                "sha256:" + "a".repeat(64),
                "sha256:" + "b".repeat(64)),
            Difference.of(Difference.Kind.COMPILER, "compiler", "javac 17.0.15+6", "ecj 3.40"),
            Difference.of(Difference.Kind.RUNTIME, "Java runtime", "release 17", "release 21"));
    assertThat(differences.get(1))
        .hasToString("compiler: built with javac 17.0.15+6, found ecj 3.40");
  }

  @Test
  void differencesFrom_unknownLibrary_isADifferenceFromAnotherUnknownOne() {
    RuntimeIdentity unknown = new RuntimeIdentity(17, Option.none());
    CurrentContext now = new CurrentContext(Option.some(JAVAC), unknown);

    assertThat(new BuildContext(JAVAC, unknown).differencesFrom(now))
        .containsExactly(
            Difference.of(Difference.Kind.LIBRARY_BUILD, "Loadstone", "unknown", "unknown"));
  }

  @Test
  void differencesFrom_noCompilerNow_isNoDifference() {
    CurrentContext now = now(Option.none(), 17, BUILD);

    assertThat(provenance(17).context().differencesFrom(now)).isEmpty();
  }

  @Test
  void otherFormat_saysWhatIsRead() {
    assertThat(Provenance.otherFormat("8"))
        .hasToString("artifact format: built with 8, and this build of Loadstone reads 7 only");
  }

  private static CurrentContext now(
      Option<CompilerIdentity> compiler, int featureRelease, Digest build) {
    return new CurrentContext(compiler, new RuntimeIdentity(featureRelease, build));
  }

  private static Provenance provenance(int release) {
    return new Provenance(
        Provenance.FORMAT_VERSION,
        new BuildContext(JAVAC, new RuntimeIdentity(17, BUILD)),
        new EffectiveSettings(release, List.of()),
        Contract.sideEffect(),
        OTHER_BUILD,
        new Launch("A", new Start.Program(Start.Form.INITIALIZER, 1, 1)),
        new ContentDigests(
            new TreeMap<>(), List.of(), SourceRetention.OMITTED, Option.none(), Option.none()),
        HostDependencies.NONE);
  }
}
