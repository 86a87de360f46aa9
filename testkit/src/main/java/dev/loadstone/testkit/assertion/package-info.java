/**
 * Assertions about plugins, in AssertJ's manner, for the tests of applications that embed Loadstone
 * and for its own. Depends on the domain, on Vavr, AssertJ, and the recording listener beside it.
 *
 * <p>One static import, beside AssertJ's own {@code assertThat}, begins them all:
 *
 * <pre>{@code
 * import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
 * }</pre>
 *
 * <p>How a call ended. A {@code Future} is waited for, 30 seconds unless {@code within} tells
 * another bound; one that stays pending is a failure:
 *
 * <pre>{@code
 * assertThat(loader.load(files)).succeeded();
 * assertThat(loader.load(files)).value().extracting(PricingRule::name).isEqualTo("summer");
 * assertThat(loader.load(files)).failedWith(PluginFailed.class).names("Pricing.java");
 * assertThat(loader.load(files))
 *     .failedToCompile()
 *     .hasDiagnostic("compiler.err.cant.resolve.location", "Pricing.java", 3);
 * }</pre>
 *
 * <p>What happened meanwhile, by a listener that remembers:
 *
 * <pre>{@code
 * RecordedEvents events = new RecordedEvents();
 * Loadstone loadstone = Loadstone.builder().listener(events).build();
 * assertThat(loadstone.loader(PricingRule.class).check(files)).succeeded();
 * assertThat(events).hasCompiled("Pricing.java").hasNotRun("Pricing.java");
 * }</pre>
 *
 * <p>Whether a plugin is gone once the application has dropped it. The handle is taken in a method
 * that has returned, as a local variable may hold the value as long as its method runs:
 *
 * <pre>{@code
 * PluginHandle handle = PluginHandle.ofValue(application.currentRule());
 * application.reload();
 * assertThat(handle).isUnloaded();
 * }</pre>
 */
@NullMarked
package dev.loadstone.testkit.assertion;

import org.jspecify.annotations.NullMarked;
