/**
 * A host that offers its users a {@code check} command of its own, made from the library's. May
 * depend on the façade, on the command and on picocli.
 */
@NullMarked
package dev.loadstone.examples.check;

import org.jspecify.annotations.NullMarked;
