/**
 * The compiled plugin as a value: class files, sources and provenance.
 *
 * <p>May depend on {@code classfile}, {@code compilation}, {@code content}, {@code context}, {@code
 * contract}, {@code diagnostic} and {@code source}.
 */
@NullMarked
package dev.loadstone.domain.artifact;

import org.jspecify.annotations.NullMarked;
