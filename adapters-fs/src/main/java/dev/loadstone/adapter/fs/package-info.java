/**
 * The file system: sources, artifact files and the cache's folder.
 *
 * <p>Implements the ports {@code SourceReader}, {@code ArtifactFiles} and {@code ArtifactStore},
 * with {@code CompilationTurns} and {@code CacheMaintenance}. Depends on the domain alone; {@link
 * dev.loadstone.adapter.fs.FileSystemAdapter} is what other modules may see.
 *
 * <h2>The cache's folder</h2>
 *
 * <p>Below the folder {@code 1}, the version of this layout, so that a later one can live beside
 * it:
 *
 * <ul>
 *   <li>{@code entries/<base names>/<prefix>/<request>-<build>-<files>-<content>.jar}: the
 *       artifacts. All parts are beginnings of SHA-256 digests in lower-case hexadecimal: of the
 *       sources' base names, 32 digits; of the request, 3 and 32; of the build, 32; of the sources'
 *       absolute paths, 16; of the artifact's bytes, 16. No other file of the cache ends in {@code
 *       .jar}
 *   <li>{@code tmp}: files that are being written, locked by who writes them
 *   <li>{@code locks/<request>-<build>.lock}: empty files, locked by who is compiling
 *   <li>{@code counts}: lines such as {@code HIT 3}, which are added up
 * </ul>
 *
 * <p>What is not named just so is not the cache's own, and is never touched. An entry's time of
 * modification is that of its last use, and decides about nothing but what gives way first.
 */
@NullMarked
package dev.loadstone.adapter.fs;

import org.jspecify.annotations.NullMarked;
