/**
 * A typed configuration: operators write {@code Pricing.java} against {@link
 * dev.loadstone.examples.pricing.PricingRule}, and the checkout asks it. May depend on the façade.
 */
@NullMarked
package dev.loadstone.examples.pricing;

import org.jspecify.annotations.NullMarked;
