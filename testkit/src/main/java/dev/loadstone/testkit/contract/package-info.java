/**
 * A contract test for each port, which every adapter and every fake passes. Depends on the domain,
 * on Vavr, JUnit Jupiter, AssertJ, and the fakes.
 *
 * <p>A test extends the contract of its port, and says how to get the subject and what that needs;
 * the inherited tests do the rest:
 *
 * <pre>{@code
 * final class AcmeCompilerTest extends CompilerContract {
 *
 *   @Override
 *   protected Compiler compiler() {
 *     return AcmeCompilers.incremental();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.loadstone.testkit.contract;

import org.jspecify.annotations.NullMarked;
