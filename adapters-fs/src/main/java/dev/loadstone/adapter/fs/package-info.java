/**
 * The file system, and the form that an artifact has in a file.
 *
 * <p>Implements the ports {@code SourceReader}, {@code ArtifactCodec}, {@code ArtifactFiles} and
 * {@code ArtifactStore}. Depends on the domain alone; {@link
 * dev.loadstone.adapter.fs.FileSystemModule} is what other modules may see.
 *
 * <h2>The artifact's form</h2>
 *
 * <p>A JAR whose bytes follow from the artifact alone: entries are stored, in a fixed order, with
 * one fixed time and no extra fields (APPNOTE.TXT of the ZIP format, 4.3 and 4.4). Its first entry
 * is {@code META-INF/MANIFEST.MF}, always the same, the second {@code
 * META-INF/loadstone/provenance}; class files, sources, where the plugin uses classes of the host
 * {@code META-INF/loadstone/host-classes}, and where its compilation reported warnings {@code
 * META-INF/loadstone/warnings} follow, sorted by name. An artifact begins with these bytes of the
 * manifest in every format, and its second entry is a provenance whose first and last lines are as
 * below, so that any release can tell an unknown format from damage.
 *
 * <p>The provenance is UTF-8 text. Each line is a key, a space, a value and a line feed. In values
 * a backslash is written {@code \\}; control characters, line and paragraph separators and unpaired
 * surrogates are written as a backslash, {@code u} and four lower-case hexadecimal digits. Digests
 * are SHA-256 in lower-case hexadecimal. The lines, each once unless stated otherwise, in this
 * order:
 *
 * <ul>
 *   <li>{@code format}: the format's version, {@code 4}
 *   <li>{@code library}: the library's identity
 *   <li>{@code compiler-name} and {@code compiler-version}
 *   <li>{@code runtime}: the feature release that the compiler ran in
 *   <li>{@code release}: the Java SE release that was compiled for
 *   <li>{@code option}: one for each of the compiler's options, in their order
 *   <li>{@code contract}: {@code side-effect}, or {@code type} with two more lines, {@code
 *       contract-type} as Java source writes it, and {@code contract-class}, the binary name of its
 *       class
 *   <li>{@code request}: the digest of what was asked for, as {@code RequestDigest} computes it
 *   <li>{@code main-class}: a binary name
 *   <li>for the contract {@code side-effect} only, {@code start}: what runs, {@code initializer} or
 *       the form of the main method, such as {@code static main(String[])}; and {@code start-line}
 *       and {@code start-column}, where the main file declares it
 *   <li>{@code entry}: for each of the entries that follow in the JAR its digest, a space and its
 *       name, sorted by name
 *   <li>{@code source}: for each source that was compiled its digest, a space and its entry's name,
 *       the main one last
 *   <li>{@code host-class}: for each class of the host that was used the digest of its ABI, a
 *       space, the digest of its class file, a space and its binary name, sorted by name
 *   <li>{@code absent-class}: the binary name of each class that was looked for and not found,
 *       sorted
 *   <li>{@code inlined-constant}: for each constant whose value is in the plugin the binary name of
 *       the class that declares it, a slash, its name, a slash and its value, sorted
 *   <li>{@code inherited-member}: for each member that must not become hidden by a private one the
 *       binary name of a class that inherits it, a slash, its name, a slash and its descriptor,
 *       sorted
 *   <li>{@code digest}: the digest of all lines above
 * </ul>
 *
 * <p>The entry of the host's classes holds the texts of their ABIs, as {@code ClassAbi} specifies
 * them, one after the other, sorted by the classes' names, in UTF-8. A digest of an ABI is that of
 * its text.
 *
 * <p>The entry of the warnings has a line for each warning, in the compiler's order, in UTF-8. A
 * line is severity ({@code WARNING}), the compiler's code, the lint key or nothing, the index among
 * the lines {@code source} of the source that it is about or nothing, line, column and the message,
 * separated by tabs, and ends with a line feed. In the texts the same is escaped as in the
 * provenance.
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
