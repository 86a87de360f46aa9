/**
 * What a plugin is made for: the host's type that it implements, or its side effect. Depends on no
 * other package.
 */
@NullMarked
package dev.loadstone.domain.contract;

import org.jspecify.annotations.NullMarked;
