/**
 * What a compiler is asked, and what it answers.
 *
 * <p>May depend on {@code source}, {@code contract}, {@code classfile}, {@code diagnostic} and
 * {@code context}.
 */
@NullMarked
package dev.loadstone.domain.compilation;

import org.jspecify.annotations.NullMarked;
