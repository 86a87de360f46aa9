/** Keeps sources, artifacts and the cache in the file system. */
@NullMarked
package dev.loadstone.adapter.fs;

import org.jspecify.annotations.NullMarked;
