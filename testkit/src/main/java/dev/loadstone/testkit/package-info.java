/**
 * Fakes of the ports, for tests of applications that embed Loadstone and for its own. Depends on
 * the domain and on Vavr; only tests depend on it. The contract tests that the fakes pass are in
 * the package {@code contract}, what reads like a sentence in the package {@code assertion}.
 *
 * <p>A Loadstone that compiles nothing and defines no class: every plugin gives what the test says,
 * once the sources obey the rules that need no compiler.
 *
 * <pre>{@code
 * FakeCompiler compiler = FakeCompiler.create();
 * FakeLoader loader = FakeLoader.running(arguments -> (PricingRule) order -> 42);
 * try (Loadstone loadstone = Loadstone.builder().compiler(compiler).loader(loader).build()) {
 *   Application application = new Application(loadstone);
 *   application.reload();
 * }
 * }</pre>
 *
 * <p>A fake compiler takes a main class to fit a contract whose full name stands somewhere in its
 * file, a comment included: {@code // a com.acme.PricingRule}. One that finds fault, or that is not
 * there at all:
 *
 * <pre>{@code
 * FakeCompiler.create().reporting(Diagnostic.error("compiler.err.expected", "';' expected", path));
 * FakeCompiler.failing(new CompilerUnavailable());
 * FakeLoader.refusing(new VerifyError("bad"));
 * FakeLoader.running(arguments -> { throw new IllegalStateException("no price"); });
 * }</pre>
 *
 * <p>{@link dev.loadstone.testkit.RecordedEvents} is a listener that remembers what happened.
 */
@NullMarked
package dev.loadstone.testkit;

import org.jspecify.annotations.NullMarked;
