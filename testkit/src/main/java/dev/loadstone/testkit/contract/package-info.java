/**
 * A contract test for each port, which every adapter and every fake passes. A test extends one and
 * says how to get the subject and what it needs; the inherited tests do the rest.
 */
@NullMarked
package dev.loadstone.testkit.contract;

import org.jspecify.annotations.NullMarked;
