/** What the Java language allows as names, for those who give them. Depends on nothing. */
@NullMarked
package dev.loadstone.domain.name;

import org.jspecify.annotations.NullMarked;
