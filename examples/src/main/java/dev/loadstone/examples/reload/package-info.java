/** A host in thirty lines, whose rule can be changed while it runs. May depend on the façade. */
@NullMarked
package dev.loadstone.examples.reload;

import org.jspecify.annotations.NullMarked;
