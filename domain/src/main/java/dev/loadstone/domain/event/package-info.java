/**
 * What the library tells its listener: reported warnings, and what happened. May depend on {@code
 * diagnostic} and {@code error}.
 */
@NullMarked
package dev.loadstone.domain.event;

import org.jspecify.annotations.NullMarked;
