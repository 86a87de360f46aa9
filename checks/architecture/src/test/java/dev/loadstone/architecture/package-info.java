/**
 * Proves the architecture: which module depends on what, where a technology may be used, and the
 * rules of style that class files show. Each {@link dev.loadstone.architecture.Rule} is checked
 * against the project, and against a small fixture that breaks it. Nothing depends on this package.
 */
@NullMarked
package dev.loadstone.architecture;

import org.jspecify.annotations.NullMarked;
