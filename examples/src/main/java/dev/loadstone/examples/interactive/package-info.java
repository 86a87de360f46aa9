/**
 * A loop that asks for a file, loads it, and shows its message or its errors. May depend on the
 * façade.
 */
@NullMarked
package dev.loadstone.examples.interactive;

import org.jspecify.annotations.NullMarked;
