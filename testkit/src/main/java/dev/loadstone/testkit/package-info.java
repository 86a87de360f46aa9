/** Holds the contract tests of the ports, and fakes that pass them. */
@NullMarked
package dev.loadstone.testkit;

import org.jspecify.annotations.NullMarked;
