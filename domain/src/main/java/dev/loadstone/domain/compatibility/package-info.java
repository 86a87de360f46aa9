/**
 * Whether classes that were compiled against a host and a JDK still link with those that are there
 * now: what JLS chapter 13 and JVMS chapter 5 notice, and nothing else.
 *
 * <p>{@link dev.loadstone.domain.compatibility.BinaryCompatibility} goes through all that a
 * plugin's classes ask of others, as a Java virtual machine does when it loads, verifies, links and
 * runs them, but all at once and without loading any:
 *
 * <ul>
 *   <li>every class that is asked for exists, and is accessible where it is resolved (JVMS
 *       5.4.3.1), and so do its supertypes, unless they were missing before; one that is
 *       instantiated is neither abstract nor an interface
 *   <li>every field and method resolves (JVMS 5.4.3.2 to 5.4.3.4), is accessible (JVMS 5.4.4), and
 *       is static or not as it is used; a field that is written is not final
 *   <li>superclasses and superinterfaces may be extended (JVMS 5.3.5), and no final method is
 *       overridden
 *   <li>whatever may be called on an object of the plugin's is implemented, once (JVMS 5.4.6); the
 *       same of the objects that lambda expressions make
 *   <li>no class has lost a supertype that the plugin names too. Verifying fails where it takes the
 *       one for the other, and a call through a lost interface; whether the plugin does so, only
 *       its whole code would tell, so this is strict (JLS 13.4.4)
 *   <li>the constants that the compiler put into the plugin are still the same (JLS 13.4.9). A
 *       field that is no longer a constant, or is gone, has no value to compare with: that counts
 *       as changed, since the plugin goes on with a value that may have become a wrong one
 * </ul>
 *
 * <p>A constant or class that a {@code switch} names is one that the plugin asks for, although the
 * compiler catches that a constant is missing (JLS 13.4.26): what was renamed has no case. A {@code
 * switch} that was exhaustive and has no case for what was added is told, and no reason to refuse:
 * it throws when it meets one, and may never do. What only reflection would look for is no
 * difference: annotations, signatures.
 *
 * <p>Classes of the host are looked at as they see each other, since the virtual machine resolves
 * what they name through the host's own loader. What is hidden from plugins is a difference only
 * where a plugin's own class file makes the virtual machine, or reflection, look for it through the
 * plugin's loader.
 *
 * <p>What cannot be read is a difference: every class that is looked for and cannot be read is
 * told, since whatever depends on it was not judged.
 *
 * <p>May depend on {@code abi}, {@code classfile} and {@code context}.
 */
@NullMarked
package dev.loadstone.domain.compatibility;

import org.jspecify.annotations.NullMarked;
