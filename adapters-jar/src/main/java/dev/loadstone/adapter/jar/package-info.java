/**
 * The one form that an artifact has in bytes.
 *
 * <p>Implements the port {@code ArtifactCodec}, and does no I/O: files are named, never opened.
 * Depends on the domain alone; {@link dev.loadstone.adapter.jar.JarAdapter} is what other modules
 * may see.
 *
 * <h2>The artifact's form</h2>
 *
 * <p>A JAR whose bytes follow from the artifact alone: entries are stored, in a fixed order, with
 * one fixed time and no extra fields (APPNOTE.TXT of the ZIP format, 4.3 and 4.4). Its first entry
 * is {@code META-INF/MANIFEST.MF}, always the same, the second {@code
 * META-INF/loadstone/provenance}; class files, sources, resources, where the plugin uses classes of
 * the host {@code META-INF/loadstone/host-classes}, and where its compilation reported warnings
 * {@code META-INF/loadstone/warnings} follow, sorted by name. A source is below the folders of its
 * package; where a source before it has that name, {@code META-INF/loadstone/sources/}, its number
 * and a slash stand before it. An artifact begins with these bytes of the manifest in every format,
 * and its second entry is a provenance whose first and last lines are as below, so that any release
 * can tell an unknown format from damage.
 *
 * <p>The provenance is UTF-8 text. Each line is a key, a space, a value and a line feed. In values
 * a backslash is written {@code \\}; control characters, line and paragraph separators and unpaired
 * surrogates are written as a backslash, {@code u} and four lower-case hexadecimal digits. A value
 * may have several parts with a space between two of them; in all parts but the last a space is
 * escaped as well. Digests are SHA-256 in lower-case hexadecimal. The lines, each once unless
 * stated otherwise, in this order:
 *
 * <ul>
 *   <li>{@code format}: the format's version, {@code 7}
 *   <li>{@code library}: the library's identity
 *   <li>{@code compiler-name} and {@code compiler-version}
 *   <li>{@code runtime}: the feature release that the compiler ran in
 *   <li>{@code release}: the Java SE release that was compiled for
 *   <li>{@code option}: one for each of the compiler's options, in their order
 *   <li>{@code processor}: for each JAR of the processor path its digest and its file name, in
 *       order
 *   <li>{@code contract}: {@code side-effect}, or {@code type} with two more lines, {@code
 *       contract-type} as Java source writes it, and {@code contract-class}, the binary name of its
 *       class
 *   <li>{@code request}: the digest of what was asked for, as {@code RequestDigest} computes it
 *   <li>{@code main-class}: a binary name
 *   <li>for the contract {@code side-effect} only, {@code start}: what runs, {@code initializer} or
 *       the form of the main method, such as {@code static main(String[])}; and {@code start-line}
 *       and {@code start-column}, where the main file declares it
 *   <li>{@code entry}: for each of the entries that follow in the JAR its digest and its name,
 *       sorted by name
 *   <li>{@code source}: for each source that was compiled its digest and its entry's name, the main
 *       one last
 *   <li>{@code generated-source}: for each source that an annotation processor made its digest and
 *       its entry's name, sorted by the path of its type; such an entry is there where those of the
 *       sources are
 *   <li>{@code resource}: the name of each entry that is a resource made by an annotation
 *       processor, sorted; none ends in {@code .class} or {@code .java}
 *   <li>{@code host-class}: for each class of the host that was used the digest of its ABI, the
 *       digest of its class file and its binary name, sorted by name
 *   <li>{@code absent-class}: the binary name of each class that was looked for and not found,
 *       sorted
 *   <li>{@code inlined-constant}: for each constant whose value is in the plugin the binary name of
 *       the class that declares it, its name and its value, sorted
 *   <li>{@code inherited-member}: for each member that must not become hidden by a private one the
 *       binary name of a class that inherits it, its name and its descriptor, sorted
 *   <li>{@code digest}: the digest of all lines above
 * </ul>
 *
 * <p>The entry of the host's classes holds the texts of their ABIs, as {@code ClassAbi} specifies
 * them, one after the other, sorted by the classes' names, in UTF-8. A digest of an ABI is that of
 * its text.
 *
 * <p>The entry of the warnings has such lines for each warning, in the compiler's order: {@code
 * severity} ({@code WARNING}), and below it, indented by a space, {@code code}, the compiler's;
 * {@code lint}, the lint key, where it has one; {@code source}, the index among the lines {@code
 * source} of the source that it is about, where it is about one; {@code line}, {@code column} and
 * {@code message}.
 */
@NullMarked
package dev.loadstone.adapter.jar;

import org.jspecify.annotations.NullMarked;
