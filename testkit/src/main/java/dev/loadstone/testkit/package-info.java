/**
 * Fakes of the ports, for tests of applications that embed Loadstone and for its own. Depends on
 * the domain and on Vavr; only tests depend on it. The contract tests that the fakes pass are in
 * the package {@code contract}, what reads like a sentence in the package {@code assertion}.
 *
 * <p>A Loadstone that compiles nothing and defines no class, on any runtime: every plugin gives
 * what the test says, once its sources obey the rules that need no compiler. A fake compiler takes
 * a main class to fit a contract whose full name its file mentions, as an import does.
 *
 * <pre>{@code
 * import static org.assertj.core.api.Assertions.assertThat;
 *
 * import dev.loadstone.Loadstone;
 * import dev.loadstone.domain.source.SourceFile;
 * import dev.loadstone.domain.source.SourceSet;
 * import dev.loadstone.testkit.FakeCompiler;
 * import dev.loadstone.testkit.FakeLoader;
 * import java.util.function.IntUnaryOperator;
 * import org.junit.jupiter.api.Test;
 *
 * final class PricesTest {
 *
 *   @Test
 *   void load_rule_givesWhatTheTestSays() {
 *     FakeCompiler compiler = FakeCompiler.create();
 *     FakeLoader loader = FakeLoader.running(arguments -> (IntUnaryOperator) price -> 42);
 *     SourceSet rule =
 *         SourceSet.of(
 *             SourceFile.of(
 *                 "Rule.java",
 *                 "import java.util.function.IntUnaryOperator;\npublic class Rule {}\n"));
 *
 *     try (Loadstone loadstone = Loadstone.builder().compiler(compiler).loader(loader).build()) {
 *       assertThat(loadstone.loader(IntUnaryOperator.class).load(rule).get().applyAsInt(1))
 *           .isEqualTo(42);
 *     }
 *     assertThat(compiler.requests()).hasSize(1);
 *   }
 * }
 * }</pre>
 *
 * <p>{@code FakeCompiler.create().reporting(diagnostic)} finds fault, {@code
 * FakeCompiler.failing(error)} always fails, and {@code FakeLoader.refusing(error)} refuses every
 * plugin. {@link dev.loadstone.testkit.RecordedEvents} is a listener that remembers what happened.
 * {@link dev.loadstone.testkit.HostChanges} are changes of hosts, with what each does to a plugin.
 */
@NullMarked
package dev.loadstone.testkit;

import org.jspecify.annotations.NullMarked;
