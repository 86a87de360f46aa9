/**
 * The ports: what the use cases need of the outside, each a small interface whose calls return a
 * {@code Try}.
 *
 * <p>A port never throws: an adapter turns every exception of its technology, {@code LinkageError}
 * included, into one of the errors in {@code dev.loadstone.domain.error} at its own edge.
 * Implementations are safe for use by many threads at once unless a port says otherwise. Each port
 * has an abstract contract test in the module {@code testkit} that every adapter and every fake
 * passes.
 */
@NullMarked
package dev.loadstone.domain.port;

import org.jspecify.annotations.NullMarked;
