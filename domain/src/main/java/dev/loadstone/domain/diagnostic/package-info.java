/**
 * Diagnostics as data, how they are written for people, and which warnings fail a compilation.
 *
 * <p>May depend on {@code content}.
 */
@NullMarked
package dev.loadstone.domain.diagnostic;

import org.jspecify.annotations.NullMarked;
