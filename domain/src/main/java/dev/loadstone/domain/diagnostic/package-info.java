/**
 * Diagnostics as data, how they are written for people, and which warnings fail a compilation.
 *
 * <p>Depends on no other package of the domain.
 */
@NullMarked
package dev.loadstone.domain.diagnostic;

import org.jspecify.annotations.NullMarked;
