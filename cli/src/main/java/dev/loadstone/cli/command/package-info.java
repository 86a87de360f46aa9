/**
 * The verbs, and the command line: it is taken apart, the façade does the work, and a reporter is
 * told what came of it. A verb is a {@link dev.loadstone.cli.command.Command}; {@link
 * dev.loadstone.cli.command.CommandInterpreter} picks and runs one, and {@link
 * dev.loadstone.cli.command.EmbeddedCheck} is one for hosts.
 *
 * <p>May depend on {@code report}, {@code init}, the façade and the values that it passes on.
 */
@NullMarked
package dev.loadstone.cli.command;

import org.jspecify.annotations.NullMarked;
