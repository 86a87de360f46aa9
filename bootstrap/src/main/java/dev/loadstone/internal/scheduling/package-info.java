/**
 * The one place that chooses threads: which step of a call runs where, how many run at once, and
 * when a future completes. Not for users.
 *
 * <p>May depend on the domain and on {@code application}.
 */
@NullMarked
package dev.loadstone.internal.scheduling;

import org.jspecify.annotations.NullMarked;
