/**
 * Reading class files, with ASM.
 *
 * <p>Implements the port {@code ClassFileReader}. Depends on the domain alone; {@link
 * dev.loadstone.adapter.bytecode.BytecodeAdapter} is what other modules may see.
 */
@NullMarked
package dev.loadstone.adapter.bytecode;

import org.jspecify.annotations.NullMarked;
