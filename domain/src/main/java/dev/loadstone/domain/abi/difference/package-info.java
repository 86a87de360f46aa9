/**
 * How two ABIs of one class differ, and how the host differs from what was recorded, in words.
 *
 * <p>May depend on {@code abi}, {@code classfile}, {@code content} and {@code context}.
 */
@NullMarked
package dev.loadstone.domain.abi.difference;

import org.jspecify.annotations.NullMarked;
