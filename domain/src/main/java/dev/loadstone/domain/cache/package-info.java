/**
 * What the compile cache is asked, what it answers, and why an answer is a miss. Pure: where
 * entries are kept is the affair of {@code ArtifactStore}.
 */
@NullMarked
package dev.loadstone.domain.cache;

import org.jspecify.annotations.NullMarked;
