package dev.loadstone.cli;

import dev.loadstone.Loadstone;
import dev.loadstone.PluginLoader;
import dev.loadstone.cli.command.EmbeddedCheck;
import dev.loadstone.domain.event.Event;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A ready command that a host offers its users, so that those who write plugins for it find out
 * whether they are right: {@code check [--each] [--deps] [--execute] [--format text|json] [--report
 * FILE] FILE...}, the main file last. It is {@code loadstone check} with the host's own contract,
 * classes and settings.
 * <!-- snippet: unit=HostCommand -->
 *
 * <pre>{@code
 * new CommandLine(new PricingApp())
 *     .addSubcommand(
 *         "check",
 *         PluginCheck.opening(
 *             listener -> Loadstone.builder().listener(listener).build(),
 *             loadstone -> loadstone.loader(PricingRule.class)))
 *     .execute(arguments);
 * }</pre>
 *
 * <p>The command compiles the plugin and runs nothing of it. With {@code --execute} it also runs
 * it, as {@link PluginLoader#load(java.util.List)} does, and drops the value. It says nothing when
 * all is well. What it has to tell goes to the error writer of the host's {@code CommandLine}, in
 * the words or the JSON of {@code loadstone check}; a plugin's own exception with its stack trace.
 * Its exit code is 0 when all is well and otherwise the number that {@code loadstone check} ends
 * with; it never ends the process. Wrong use, and any exception that is no {@link
 * dev.loadstone.domain.error.PluginException}, is left to the handlers of the host's {@code
 * CommandLine}.
 *
 * <p>Each specification belongs to one {@code CommandLine}, and like it to one thread at a time.
 * The host may add to it before: its description, options of its own.
 *
 * <p>The module brings picocli, and Jackson's streaming core of half a megabyte, beside the library
 * itself.
 */
public final class PluginCheck {

  private PluginCheck() {}

  /**
   * Makes the command over a library that is opened for each check, when it is asked for, and
   * closed at its end. Warnings that are only reported are told.
   *
   * @param open opens the library with the host's settings and a listener that tells warnings; a
   *     host with a listener of its own passes on {@code listener.andThen(own)}
   * @param loader gives the loader of the plugins that are checked
   * @param <T> what the plugins give
   * @return the command, to be added under any name
   */
  public static <T> CommandSpec opening(
      Function<Consumer<Event>, Loadstone> open,
      Function<? super Loadstone, PluginLoader<T>> loader) {
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(loader, "loader");
    return EmbeddedCheck.opening(open, loader);
  }

  /**
   * Makes the command over the host's own library, which the host closes. Warnings that are only
   * reported are told to the listener that the library was built with, and not by the command.
   *
   * @param loadstone the library
   * @param loader gives the loader of the plugins that are checked
   * @param <T> what the plugins give
   * @return the command, to be added under any name
   */
  public static <T> CommandSpec using(
      Loadstone loadstone, Function<? super Loadstone, PluginLoader<T>> loader) {
    Objects.requireNonNull(loadstone, "loadstone");
    Objects.requireNonNull(loader, "loader");
    return EmbeddedCheck.using(loadstone, loader);
  }
}
