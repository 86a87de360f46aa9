/**
 * The façade: Java source files as plugins, in a few types.
 *
 * <p>A {@link dev.loadstone.Loadstone} gives a {@link dev.loadstone.PluginLoader} for a contract,
 * which is a type of the host, or for side effects. The loader takes source files, or a source set
 * from memory, and gives a future:
 *
 * <pre>{@code
 * try (Loadstone loadstone = Loadstone.create()) {
 *   Runnable plugin = loadstone.loader(Runnable.class).load(List.of(Path.of("Task.java"))).get();
 *   plugin.run();
 * }
 * }</pre>
 *
 * <p>{@code loadWithoutRunning} gives a {@link dev.loadstone.Plugin} that may be run many times,
 * each time with fresh statics; {@code check} only tells whether all is well; {@code expert()}
 * compiles into artifacts and loads them. Every failure is a {@link
 * dev.loadstone.domain.error.PluginException} in the future.
 *
 * <p>Nothing is kept between executions unless the builder is given {@link
 * dev.loadstone.CacheSettings}. Then a plugin is compiled once, and {@link
 * dev.loadstone.Loadstone#cache} looks after what was kept.
 *
 * <p>Behind the façade this package holds the scheduler, which is the only place that knows threads
 * and futures, and the Dagger component that wires the adapters. May depend on every module but the
 * command and the test kit.
 */
@NullMarked
package dev.loadstone;

import org.jspecify.annotations.NullMarked;
