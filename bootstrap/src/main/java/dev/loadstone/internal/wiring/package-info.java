/**
 * Wires the adapters to the use cases, for the settings of a builder, and joins both to what
 * observes them. Not for users.
 *
 * <p>May depend on every module, and on {@code dev.loadstone.internal.scheduling}.
 */
@NullMarked
package dev.loadstone.internal.wiring;

import org.jspecify.annotations.NullMarked;
