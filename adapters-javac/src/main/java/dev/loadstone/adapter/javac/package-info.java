/**
 * Compiles with the JDK's own compiler, over {@code javax.tools} and {@code com.sun.source}.
 *
 * <p>Sources are read from memory, class files written to memory, and the host's classes come from
 * the host view that is given for each compilation. {@link
 * dev.loadstone.adapter.javac.JavacAdapter} is all that others see.
 *
 * <p>May depend on the domain. Everything but {@code JavacCompiler} needs the module {@code
 * jdk.compiler} at run time.
 */
@NullMarked
package dev.loadstone.adapter.javac;

import org.jspecify.annotations.NullMarked;
