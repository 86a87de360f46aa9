/**
 * A host that is given a main file only, and finds the files that it needs. May depend on the
 * façade.
 */
@NullMarked
package dev.loadstone.examples.menu;

import org.jspecify.annotations.NullMarked;
