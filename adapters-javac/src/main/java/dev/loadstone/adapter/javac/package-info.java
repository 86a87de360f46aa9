/** Compiles and parses with {@code javax.tools}. */
@NullMarked
package dev.loadstone.adapter.javac;

import org.jspecify.annotations.NullMarked;
