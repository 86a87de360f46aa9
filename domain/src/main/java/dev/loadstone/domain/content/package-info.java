/** Bytes as values, and their digests. The lowest package of the domain: it depends on no other. */
@NullMarked
package dev.loadstone.domain.content;

import org.jspecify.annotations.NullMarked;
