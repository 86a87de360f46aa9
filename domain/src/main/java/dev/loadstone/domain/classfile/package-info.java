/** Class files as values, and where a host gives them. May depend on {@code content}. */
@NullMarked
package dev.loadstone.domain.classfile;

import org.jspecify.annotations.NullMarked;
