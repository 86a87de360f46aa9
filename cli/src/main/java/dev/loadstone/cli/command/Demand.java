package dev.loadstone.cli.command;

import dev.loadstone.Loadstone;
import dev.loadstone.PluginLoader;
import dev.loadstone.TypeRef;
import dev.loadstone.cli.report.Output;
import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.PluginFailed;
import io.vavr.control.Try;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What a user asks of a plugin: what it is made for, and what is then done with it.
 *
 * @param loader loads plugins of the contract
 * @param use what is done with what the plugin gives
 * @param <T> what the plugin gives
 */
record Demand<T>(PluginLoader<T> loader, Use<T> use) {

  /**
   * What is done with what a plugin gives.
   *
   * @param <T> what it gives
   */
  interface Use<T> {

    /** Does it. What this throws is the plugin's. */
    void apply(T value) throws Exception;
  }

  static Demand<Void> sideEffect(Loadstone loadstone, List<String> arguments) {
    return nothingMore(loadstone.sideEffects(arguments.toArray(String[]::new)));
  }

  /** Asks for a plugin of which nothing is used. */
  static <T> Demand<T> nothingMore(PluginLoader<T> loader) {
    return new Demand<>(loader, value -> {});
  }

  /**
   * Asks for a plugin of a contract.
   *
   * @throws IllegalArgumentException if no plugin can be made for that class
   */
  static Demand<?> of(Loadstone loadstone, Type contract, Output out) {
    return of(loadstone.loader(TypeRef.of(contract)), contract, out);
  }

  private static <T> Demand<T> of(PluginLoader<T> loader, Type type, Output out) {
    Class<?> contract = raw(type);
    if (Runnable.class.isAssignableFrom(contract)) {
      return new Demand<>(loader, value -> ((Runnable) value).run());
    }
    if (Callable.class.isAssignableFrom(contract)) {
      return new Demand<>(loader, value -> out.printGiven(((Callable<?>) value).call()));
    }
    if (Supplier.class.isAssignableFrom(contract)) {
      return new Demand<>(loader, value -> out.printGiven(((Supplier<?>) value).get()));
    }
    return new Demand<>(
        loader,
        value ->
            out.print(PrintableText.of("%s: %s", value.getClass().getName(), type.getTypeName())));
  }

  /** Returns the class of a type that is a contract. */
  static Class<?> raw(Type contract) {
    return (Class<?>)
        (contract instanceof ParameterizedType generic ? generic.getRawType() : contract);
  }

  /**
   * Uses a value as the library starts a plugin: with the plugin's class loader as the thread's.
   */
  Try<Void> use(T value, String plugin) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    if (value != null) {
      thread.setContextClassLoader(loaderOf(value));
    }
    try {
      use.apply(value);
      return Try.success(null);
    } catch (Throwable thrown) {
      return Try.failure(new PluginFailed(plugin, thrown));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader loaderOf(Object value) {
    ClassLoader loader = value.getClass().getClassLoader();
    // What a plugin gives may be an object of the JDK itself.
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }
}
