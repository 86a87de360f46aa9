/**
 * The command {@code loadstone}. It takes a command line apart, has the façade do the work, and
 * writes what came of it: answers to standard output, everything else to standard error, and the
 * exit.
 *
 * <p>May depend on the façade and the values that it passes on. A command is a {@link
 * dev.loadstone.cli.Command}; {@link dev.loadstone.cli.CommandInterpreter} picks and runs one.
 */
@NullMarked
package dev.loadstone.cli;

import org.jspecify.annotations.NullMarked;
