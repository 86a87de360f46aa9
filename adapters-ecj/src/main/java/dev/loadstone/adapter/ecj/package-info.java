/**
 * Compiles with ECJ, Eclipse's compiler, in runtimes with and without {@code jdk.compiler}: {@link
 * dev.loadstone.adapter.ecj.EcjCompiler} is the adapter.
 *
 * <p>A compilation is an {@link dev.loadstone.adapter.ecj.EcjRun}, which asks a {@link
 * dev.loadstone.adapter.ecj.NameEnvironment} for classes: those of the host, and those of the
 * platform through a bounded {@link dev.loadstone.adapter.ecj.PlatformCache}.
 */
@NullMarked
package dev.loadstone.adapter.ecj;

import org.jspecify.annotations.NullMarked;
