/**
 * Architecture rules for adapters that an application makes itself, on ArchUnit. Depends on nothing
 * of Loadstone: it knows the ports and their contracts by name. Only tests depend on it.
 *
 * <p>One test checks them all:
 * <!-- snippet: compiled=AdapterRulesTest -->
 *
 * <pre>{@code
 * import dev.loadstone.testkit.architecture.AdapterRules;
 * import org.junit.jupiter.api.Test;
 *
 * final class AdaptersTest {
 *
 *   @Test
 *   void adapters_always_keepTheRules() {
 *     AdapterRules.in("com.acme.plugins").check();
 *   }
 * }
 * }</pre>
 *
 * <p>Each rule is an {@code ArchRule} of its own too, for an application that means to break
 * another, or that runs its rules by ArchUnit's own annotations.
 */
@NullMarked
package dev.loadstone.testkit.architecture;

import org.jspecify.annotations.NullMarked;
