/**
 * What an artifact was built in, what runs now, and the differences that an artifact is refused
 * for.
 *
 * <p>May depend on {@code abi}, {@code classfile} and {@code content}.
 */
@NullMarked
package dev.loadstone.domain.context;

import org.jspecify.annotations.NullMarked;
