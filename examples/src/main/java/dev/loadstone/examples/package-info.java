/**
 * Hosts that load the plugins of the folders beside {@code src}: each package is one, and shows one
 * thing. Written as an application of its own would be, so they may depend on the façade, on the
 * values that it passes on and on the command's embeddable parts.
 */
@NullMarked
package dev.loadstone.examples;

import org.jspecify.annotations.NullMarked;
