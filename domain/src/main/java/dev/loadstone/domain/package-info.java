/**
 * The inside of the hexagon: values, errors, rules that need no machine, and the ports.
 *
 * <p>Nothing here does I/O, and nothing mentions {@code javax.tools}, {@code ClassLoader} or {@code
 * Class}. May depend on values of the JDK, on Vavr and on JSpecify only; every other module may
 * depend on it. The types live in the sub-packages, whose dependencies form no cycle.
 */
@NullMarked
package dev.loadstone.domain;

import org.jspecify.annotations.NullMarked;
