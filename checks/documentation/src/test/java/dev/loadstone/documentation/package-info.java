/**
 * Keeps the documentation true: finds every code block in Markdown and Javadoc, compiles and runs
 * the Java, and runs the command lines.
 *
 * <p>How a block is treated follows from its language; {@link dev.loadstone.documentation.Snippet}
 * tells it. What cannot be read off the block stands before it in a comment that is not shown:
 * {@code <!-- snippet: key=value ... -->}.
 */
@NullMarked
package dev.loadstone.documentation;

import org.jspecify.annotations.NullMarked;
