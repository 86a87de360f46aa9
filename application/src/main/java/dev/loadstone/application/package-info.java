/**
 * The use cases, each one small class: synchronous, {@code Try} in and out, in the words of the
 * library's users.
 *
 * <p>They put ports together and hold the decisions that need several of them; threads and futures
 * are none of their business. May depend on {@code dev.loadstone.domain} only.
 */
@NullMarked
package dev.loadstone.application;

import org.jspecify.annotations.NullMarked;
