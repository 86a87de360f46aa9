/**
 * The one family of errors that users meet. Each holds its data, and a message that says what,
 * where, why and what to do next; the wording of all of them is in one place.
 *
 * <p>May depend on {@code contract}, {@code context} and {@code diagnostic}.
 *
 * @serial exclude
 */
@NullMarked
package dev.loadstone.domain.error;

import org.jspecify.annotations.NullMarked;
