/**
 * What a compiler is asked, and what it answers.
 *
 * <p>May depend on {@code source}, {@code contract}, {@code classfile} and {@code diagnostic}.
 */
@NullMarked
package dev.loadstone.domain.compilation;

import org.jspecify.annotations.NullMarked;
