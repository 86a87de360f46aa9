/**
 * The command {@code loadstone}: its entry point, which wires the process's streams, its user's
 * cache and its exit to the {@linkplain dev.loadstone.cli.command commands}. Answers go to standard
 * output, everything else to standard error. {@link dev.loadstone.cli.PluginCheck} is a ready
 * command for hosts.
 *
 * <p>May depend on {@code command}, {@code report}, the façade and the values that it passes on.
 */
@NullMarked
package dev.loadstone.cli;

import org.jspecify.annotations.NullMarked;
