package dev.loadstone.cli.command;

import dev.loadstone.CacheSettings;
import dev.loadstone.Loadstone;
import dev.loadstone.Warnings;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Progress;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.Compiler;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The library as one command line sets it up. */
final class Session implements AutoCloseable {

  /** The oldest that every javac since 12 compiles for. */
  private static final int OLDEST_RELEASE = 8;

  private static final Duration COMPILE_LIMIT = Duration.ofSeconds(60);

  private final Arguments arguments;
  private final ClassLoader host;
  private final Loadstone loadstone;

  private Session(Arguments arguments, ClassLoader host, Loadstone loadstone) {
    this.arguments = arguments;
    this.host = host;
    this.loadstone = loadstone;
  }

  /**
   * Opens the library without a cache.
   *
   * @throws UsageException if the options name what is not there
   */
  static Session open(Arguments arguments, Reporter reporter) {
    return open(arguments, reporter, Option.none(), Option.none());
  }

  /**
   * Opens the library with the cache that the options ask for.
   *
   * @throws UsageException if the options name what is not there
   */
  static Session withCache(Arguments arguments, Reporter reporter) {
    return withCache(arguments, reporter, Option.none());
  }

  /**
   * Opens the library with the cache that the options ask for, to compile for a minute at most:
   * nobody may be there who would end the process.
   *
   * @throws UsageException if the options name what is not there
   */
  static Session withCacheAndLimit(Arguments arguments, Reporter reporter) {
    return withCache(arguments, reporter, Option.some(COMPILE_LIMIT));
  }

  private static Session withCache(
      Arguments arguments, Reporter reporter, Option<Duration> compileLimit) {
    Option<CacheSettings> cache = CacheChoice.of(arguments);
    if (cache.isEmpty() && !arguments.has(Options.NO_CACHE)) {
      reporter.caution(
          Reporter.Caution.CACHE, CacheChoice.NO_FOLDER + ", or say " + Options.NO_CACHE);
    }
    return open(arguments, reporter, cache, compileLimit);
  }

  private static Session open(
      Arguments arguments,
      Reporter reporter,
      Option<CacheSettings> cache,
      Option<Duration> compileLimit) {
    ClassLoader host = ClassPath.of(arguments).loader();
    Warnings warnings =
        arguments.value(Options.WARNINGS, Warnings.class).getOrElse(Warnings::asErrors);
    Processors processors = Processors.of(arguments);
    Loadstone.Builder builder =
        Loadstone.builder()
            .hostClassLoader(host)
            .contextPolicy(
                arguments
                    .value(Options.CONTEXT, ContextPolicy.class)
                    .getOrElse(ContextPolicy.EXACT))
            .annotationProcessors(processors.path())
            .compilerOptions(processors.options().toArray(String[]::new))
            .warnings(warnings.except(arguments.values(Options.EXCEPT).toArray(String[]::new)))
            .listener(event -> tell(event, reporter));
    arguments
        .value(Options.RELEASE, Integer.class)
        .map(Session::supported)
        .forEach(builder::release);
    arguments
        .value(Options.COMPILER, Supplier.class)
        .forEach(chosen -> builder.compiler((Compiler) chosen.get()));
    cache.forEach(builder::cache);
    compileLimit.forEach(builder::compileLimit);
    allowPackages(arguments, builder);
    return new Session(arguments, host, builder.build());
  }

  Loadstone loadstone() {
    return loadstone;
  }

  /**
   * Returns the type that plugins are made for, none where it is their side effect.
   *
   * @throws UsageException if there is no such type
   */
  Option<Type> contract() {
    return arguments
        .value(Options.CONTRACT, String.class)
        .map(name -> ContractType.parse(name, host));
  }

  /**
   * Returns what the options ask of a plugin.
   *
   * @throws UsageException if no plugin can be made for the contract
   */
  Demand<?> demand(Output out) {
    List<String> forPlugin = arguments.forPlugin();
    return contract()
        .<Demand<?>>map(
            contract -> {
              if (!forPlugin.isEmpty()) {
                throw new UsageException(
                    "arguments after -- go to the main method of a side-effect plugin; with "
                        + Options.CONTRACT
                        + " nothing takes them");
              }
              return demand(contract, out);
            })
        .getOrElse(() -> Demand.sideEffect(loadstone, forPlugin));
  }

  /** Closes the library. A plugin's threads go on, with all classes of the class path. */
  @Override
  public void close() {
    loadstone.close();
  }

  /** Waits for an outcome of the library. */
  static <T> Try<T> await(Future<T> future) {
    return future.await().getValue().get();
  }

  private Demand<?> demand(Type contract, Output out) {
    try {
      return Demand.of(loadstone, contract, out);
    } catch (IllegalArgumentException e) {
      throw new UsageException(Options.CONTRACT + ": " + e.getMessage());
    }
  }

  private static int supported(int release) {
    int newest = Runtime.version().feature();
    if (release < OLDEST_RELEASE || release > newest) {
      throw new UsageException(
          Options.RELEASE
              + ": "
              + release
              + " is not supported here; give one from "
              + OLDEST_RELEASE
              + " to "
              + newest);
    }
    return release;
  }

  private static void allowPackages(Arguments arguments, Loadstone.Builder builder) {
    if (!arguments.has(Options.ALLOW_PACKAGE)) {
      return;
    }
    try {
      builder.allowPackages(arguments.values(Options.ALLOW_PACKAGE).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      throw new UsageException(Options.ALLOW_PACKAGE + ": " + e.getMessage());
    }
  }

  /** Tells an event of the library. */
  static void tell(Event event, Reporter reporter) {
    if (event instanceof Event.CacheUnusable) {
      // That a tool is slow for no visible reason is worse than a line.
      reporter.caution(Reporter.Caution.CACHE, Progress.of(event));
      return;
    }
    if (event instanceof Event.Compiled compiled) {
      reporter.warnings(compiled.warnings());
    } else if (event instanceof Event.CacheHit hit) {
      reporter.warnings(hit.warnings());
    }
    reporter.progress(Progress.of(event));
  }
}
