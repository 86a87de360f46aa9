/** Holds the command. */
@NullMarked
package dev.loadstone.cli;

import org.jspecify.annotations.NullMarked;
