/**
 * Source sets and the rules that need no compiler: file names, encoding, which type is the main
 * class.
 *
 * <p>May depend on {@code content} and {@code error}.
 */
@NullMarked
package dev.loadstone.domain.source;

import org.jspecify.annotations.NullMarked;
