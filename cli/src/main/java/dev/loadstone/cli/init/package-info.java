/**
 * What {@code init} makes: a folder for plugins that an IDE opens, with a plugin to begin with,
 * which {@link dev.loadstone.cli.init.ContractExample} writes for a contract.
 *
 * <p>May depend on {@code report} and the domain's values.
 */
@NullMarked
package dev.loadstone.cli.init;

import org.jspecify.annotations.NullMarked;
