/** Answers which classes a plugin sees, and links and runs it. */
@NullMarked
package dev.loadstone.adapter.classloader;

import org.jspecify.annotations.NullMarked;
