/**
 * Assertions about plugins, in AssertJ's manner, for the tests of applications that embed Loadstone
 * and for its own. Depends on the domain, on Vavr, AssertJ, and the recording listener beside it.
 *
 * <p>One static import begins them all. It can stand beside AssertJ's own {@code assertThat}: the
 * compiler chooses the closer one.
 *
 * <pre>{@code
 * import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
 *
 * import dev.loadstone.Loadstone;
 * import dev.loadstone.PluginLoader;
 * import dev.loadstone.domain.error.PluginFailed;
 * import dev.loadstone.domain.source.SourceFile;
 * import dev.loadstone.domain.source.SourceSet;
 * import dev.loadstone.testkit.RecordedEvents;
 * import dev.loadstone.testkit.assertion.PluginHandle;
 * import java.util.function.IntUnaryOperator;
 * import org.junit.jupiter.api.Test;
 *
 * final class RulesTest {
 *
 *   private final RecordedEvents events = new RecordedEvents();
 *   private final PluginLoader<IntUnaryOperator> rules =
 *       Loadstone.builder().listener(events).build().loader(IntUnaryOperator.class);
 *
 *   private static SourceSet rule(String expression) {
 *     return SourceSet.of(
 *         SourceFile.of(
 *             "Rule.java",
 *             "public class Rule {\n"
 *                 + "  public static java.util.function.IntUnaryOperator provider() {\n"
 *                 + "    return price -> " + expression + ";\n"
 *                 + "  }\n"
 *                 + "}\n"));
 *   }
 *
 *   @Test
 *   void load_rule_givesItsPrice() {
 *     assertThat(rules.load(rule("2 * price"))).value().returns(42, each -> each.applyAsInt(21));
 *   }
 *
 *   @Test
 *   void load_brokenRule_tellsWhere() {
 *     assertThat(rules.load(rule("price * absent")))
 *         .failedToCompile()
 *         .hasDiagnostic("compiler.err.cant.resolve.location", "Rule.java", 3);
 *   }
 *
 *   @Test
 *   void load_nullForARule_isItsOwnFault() {
 *     SourceSet sources =
 *         SourceSet.of(
 *             SourceFile.of(
 *                 "Rule.java",
 *                 "class Rule {\n"
 *                     + "  public static java.util.function.IntUnaryOperator provider() {\n"
 *                     + "    return null;\n"
 *                     + "  }\n"
 *                     + "}\n"));
 *
 *     assertThat(rules.load(sources)).failedWith(PluginFailed.class).names("Rule.java");
 *   }
 *
 *   @Test
 *   void check_rule_runsNothing() {
 *     assertThat(rules.check(rule("price"))).succeeded();
 *     assertThat(events).hasCompiled("Rule.java").hasNotRun("Rule.java");
 *   }
 *
 *   @Test
 *   void load_ruleThatIsDropped_isUnloaded() {
 *     PluginHandle handle = loadedAndDropped();
 *
 *     assertThat(handle).isUnloaded();
 *   }
 *
 *   // In a method of its own: a local variable can hold a value as long as its method runs.
 *   private PluginHandle loadedAndDropped() {
 *     return PluginHandle.ofValue(rules.load(rule("price")).get());
 *   }
 * }
 * }</pre>
 *
 * <p>A {@code Future} is waited for, 30 seconds unless {@code within} tells another bound; one that
 * stays pending is a failure. Every failure prints the whole error of the library, its diagnostics
 * included.
 */
@NullMarked
package dev.loadstone.testkit.assertion;

import org.jspecify.annotations.NullMarked;
