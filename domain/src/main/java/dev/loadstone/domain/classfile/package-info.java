/** Class files as values. May depend on {@code content}. */
@NullMarked
package dev.loadstone.domain.classfile;

import org.jspecify.annotations.NullMarked;
