/**
 * The class-loader adapter: which classes exist for a plugin, and how it is linked and run.
 *
 * <p>Everything stands on one {@code HostEnvironment}: the host's class loader with the class path
 * below it, and what of the two plugins may see. {@code LoaderHostView} answers for compilation and
 * {@code PluginParentLoader} for running, so both phases see the same classes. {@code JvmLoader}
 * defines a plugin's classes from the bytes in memory, by a loader of its own for each run. {@code
 * JvmHostRuntime} names the runtime and this library's build.
 *
 * <p>Depends on the domain only. The one public type is the Dagger module.
 */
@NullMarked
package dev.loadstone.adapter.classloader;

import org.jspecify.annotations.NullMarked;
