/** Offers the library to applications. */
@NullMarked
package dev.loadstone;

import org.jspecify.annotations.NullMarked;
