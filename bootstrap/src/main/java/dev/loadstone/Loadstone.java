package dev.loadstone;

import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.classfile.ClassFileSupport;
import dev.loadstone.domain.classfile.HostClassSource;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactStore;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.Loader;
import dev.loadstone.internal.scheduling.CallSite;
import dev.loadstone.internal.scheduling.Scheduler;
import dev.loadstone.internal.wiring.LibraryStamps;
import dev.loadstone.internal.wiring.LoadstoneComponent;
import dev.loadstone.internal.wiring.LoggingListener;
import dev.loadstone.internal.wiring.Settings;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles, checks and loads plugins that arrive as Java source.
 *
 * <p>Safe for use by many threads. An application usually has one, for as long as it runs. It is
 * not a sandbox: a plugin can do what the application can do.
 */
public final class Loadstone implements AutoCloseable {

  private final Settings settings;
  private final LoadstoneComponent useCases;
  private final Scheduler scheduler;
  private final ClassLoaderAdapter host;
  private final ContractTypes contracts;

  private Loadstone(Settings settings, HostChoice choice, ClassLoaderAdapter host) {
    this.settings = settings;
    this.host = host;
    this.useCases = LoadstoneComponent.create(settings, host);
    this.scheduler = useCases.scheduler();
    this.contracts =
        new ContractTypes(host.hostClasses(), host.hostView(), settings.allowedPackages(), choice);
  }

  /**
   * Makes a Loadstone with every default.
   *
   * @return a new one, which the caller closes
   */
  public static Loadstone create() {
    return builder().build();
  }

  /**
   * Returns a builder with every default.
   *
   * @return a new builder, for use by one thread
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the identity of this library, made when it was built: of the same classes it is the
   * same, however they are packaged. It is part of an artifact's provenance.
   *
   * @return a digest; or {@link dev.loadstone.domain.error.LibraryUnknown}, which artifacts and the
   *     cache then end in, because modules of several builds are mixed or stamps were lost
   */
  public Try<Digest> libraryBuild() {
    return LibraryStamps.identity().recoverWith(cause -> CallSite.shownHere(cause));
  }

  /**
   * Describes for people where the host's classes come from: each class loader, from the one that
   * is asked to the one before the platform's, and whether its classes can be listed or are found
   * by name.
   *
   * @return a line for each loader
   */
  public List<String> hostLoaders() {
    return host.hostLoaders();
  }

  /**
   * {@return a loader of plugins that implement a class or interface}
   *
   * @param contract a public class of the host; a generic one stands for its raw type
   * @param <T> the contract
   * @throws IllegalArgumentException if no plugin could be loaded for that class
   */
  public <T> PluginLoader<T> loader(Class<T> contract) {
    return typedLoader(Objects.requireNonNull(contract, "contract"));
  }

  /**
   * {@return a loader of plugins that implement a full generic type}
   *
   * @param contract a type of public classes of the host
   * @param <T> the contract
   * @throws IllegalArgumentException if no plugin could be loaded for that type
   */
  public <T> PluginLoader<T> loader(TypeRef<T> contract) {
    return typedLoader(contract.type());
  }

  /**
   * {@return a loader of plugins that are loaded for what they do: the main class is initialised,
   * and then its main method called, the one that {@code java} of the release compiled for would
   * call (JLS 12.1.4 from 25 on, {@code public static void main(String[])} before)} A class that
   * does everything in its static initializer needs none. What would run nothing, and arguments
   * that nothing takes, are {@link dev.loadstone.domain.error.CompilationFailed} at the user's own
   * line; for an artifact {@link dev.loadstone.domain.error.ContractMismatch}.
   *
   * @param arguments the arguments of the main method
   */
  public PluginLoader<Void> sideEffects(String... arguments) {
    return new DefaultPluginLoader<>(Contract.sideEffect(), List.of(arguments), settings, useCases);
  }

  /**
   * Returns what looks after the cache.
   *
   * @return the cache that the builder was told of
   * @throws IllegalStateException if it was told of none
   */
  public PluginCache cache() {
    return useCases
        .artifactStore()
        .flatMap(
            store ->
                useCases
                    .verifyCache()
                    .map(verify -> new DefaultPluginCache(store, verify, scheduler)))
        .getOrElseThrow(
            () -> new IllegalStateException("there is no cache: see Loadstone.Builder.cache"));
  }

  /**
   * Finds the files that a main file needs, transitively, by parsing them. Nothing is compiled, run
   * or written, and a broken file that is not needed does no harm.
   *
   * <p>Imports, static imports, simple names of the main file's package and fully qualified names
   * lead to files. The file of a type is looked for in its package's folder, below the source root:
   * the main file's folder minus its package's path when the folder ends so, otherwise that folder,
   * which then stands for the main file's package, too. What the JDK or the host has is not looked
   * for. Members that a class inherits are not known by parsing, so a name of one leads to the file
   * of that name, if there is one. A {@code package-info.java} is not found.
   *
   * @param mainFile the main file
   * @return the files to load: what is needed before what needs it, otherwise by path, and the main
   *     file last; in the form in which it was given, or absolute where that is too short to
   *     express the root
   */
  public Future<List<Path>> findDependencies(Path mainFile) {
    Objects.requireNonNull(mainFile, "mainFile");
    return scheduler.compile(
        mainFile.toString(),
        () -> useCases.dependencies().find(mainFile, settings.compilerSettings()));
  }

  /**
   * Finds the files of a plugin that its main file does not need, by parsing: those of which no
   * type is mentioned by the main file, or by another file that is needed. Nothing is compiled, run
   * or written. A file that is used by its name at run time only, such as a service, is among them.
   *
   * @param files the files of the plugin, the main one last
   * @return those that are not needed, in their order
   */
  public Future<List<Path>> findUnused(List<Path> files) {
    List<Path> copy = List.copyOf(files);
    return scheduler.compile(
        copy.isEmpty() ? "" : copy.get(copy.size() - 1).toString(),
        () -> useCases.unused().find(copy, settings.compilerSettings()));
  }

  /**
   * Tells how, from what and against what an artifact was built. No class of it is loaded.
   *
   * @param artifact a file that {@link PluginLoader.Expert#compile} wrote
   * @return its provenance
   */
  public Future<Provenance> inspect(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return scheduler.run(() -> useCases.read().read(artifact).map(Artifact::provenance));
  }

  /**
   * Finds the differences between the context that an artifact was built in and the present one:
   * those that loading it would be refused for, under the context policy of this instance, whatever
   * contract it was built for, and those that are {@linkplain Difference#isReasonToRefuse() no
   * reason to refuse} it. Loads no class of it, and none of the host.
   *
   * @param artifact a file that {@link PluginLoader.Expert#compile} wrote
   * @return every difference, in a fixed order
   */
  public Future<List<Difference>> differences(Path artifact) {
    Objects.requireNonNull(artifact, "artifact");
    return scheduler.run(
        () -> useCases.read().read(artifact).flatMap(useCases.context()::differences));
  }

  /**
   * Returns what reads class files in this process, and up to which release: whichever ASM comes
   * first in the class path. Class files of a later release are neither recorded nor compared, so
   * plugins that use them are compiled and loaded, but neither written nor kept.
   *
   * @return the library, where it comes from, and the newest release that it reads
   */
  public ClassFileSupport classFileSupport() {
    return useCases.classFiles().support().get();
  }

  /**
   * Completes what is pending with {@link dev.loadstone.domain.error.Closed}, and closes the class
   * path. Waits for no plugin code: plugins that run go on, without classes of the class path that
   * they have not used before. Later calls give {@code Closed}. Closing again has no effect.
   */
  @Override
  public void close() {
    scheduler.close();
    try (host) {
      if (useCases.artifactStore().getOrNull() instanceof AutoCloseable store) {
        store.close();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the class path or the cache could not be closed", e);
    }
  }

  private <T> PluginLoader<T> typedLoader(Type type) {
    return new DefaultPluginLoader<>(contracts.contract(type), List.of(), settings, useCases);
  }

  /** Builds a {@link Loadstone}. Every default is the safe one. For use by one thread. */
  public static final class Builder {

    private @Nullable ClassLoader hostClassLoader;
    private HostClassSource hostClasses = new HostClassSource() {};
    private List<Path> classPath = List.of();
    private Limits limits = Limits.defaults();
    private AllowedPackages allowedPackages = AllowedPackages.everything();
    private ContextPolicy contextPolicy = ContextPolicy.EXACT;
    private Option<CacheSettings> cache = Option.none();
    private Warnings warnings = Warnings.asErrors();
    private Option<Integer> release = Option.none();
    private List<String> compilerOptions = List.of();
    private List<Path> annotationProcessors = List.of();
    private SourceRetention sourceRetention = SourceRetention.KEPT;
    private Consumer<? super Event> listener = new LoggingListener();
    private Option<Compiler> compiler = Option.none();
    private Option<Loader> loader = Option.none();
    private Option<ArtifactStore> artifactStore = Option.none();
    private Option<Executor> executor = Option.none();
    private Option<Duration> compileLimit = Option.none();
    private Option<Duration> startLimit = Option.none();

    private Builder() {}

    /**
     * Sets where the classes that plugins may use come from, at compile time and at run time alike.
     *
     * @param loader the loader; by default the building thread's context class loader, otherwise
     *     the library's own
     * @return this builder
     */
    public Builder hostClassLoader(ClassLoader loader) {
      this.hostClassLoader = Objects.requireNonNull(loader, "loader");
      return this;
    }

    /**
     * Sets what the host knows of its classes and its class loader cannot say: which ones a package
     * has, as an OSGi bundle can tell by its wiring, or the class files of classes that were made
     * at run time. Without it, classes in packages that cannot be listed are found by the names
     * that sources and class files mention.
     *
     * @param source the source; by default one that knows nothing
     * @return this builder
     */
    public Builder hostClasses(HostClassSource source) {
      this.hostClasses = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Adds JARs or class folders that plugins may use, at compile time and at run time alike. One
     * loader for all plugins, a child of the host's, which {@link Loadstone#close()} closes.
     *
     * @param entries the JARs and class folders; by default none
     * @return this builder
     */
    public Builder classPath(List<Path> entries) {
      this.classPath = List.copyOf(entries);
      return this;
    }

    /**
     * Sets how large the files may be that are read. What is larger is refused before it is read.
     *
     * @param limits the limits; by default {@link Limits#defaults()}
     * @return this builder
     */
    public Builder limits(Limits limits) {
      this.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /**
     * Sets which of the host's packages exist for plugins, at compile time and at run time alike;
     * those of the JDK always do. {@code com.acme.api} is that package alone, and {@code
     * com.acme.spi.**} is it and all below. Contracts must be of these packages, too.
     *
     * <p>It keeps plugins to what the host means to offer, and is no fence: a plugin can do what
     * the application can do.
     *
     * @param patterns the packages; none leaves but the JDK's. By default every package that the
     *     host class loader and the class path give
     * @return this builder
     * @throws IllegalArgumentException for a pattern that is of neither form
     */
    public Builder allowPackages(String... patterns) {
      this.allowedPackages = AllowedPackages.of(List.of(patterns));
      return this;
    }

    /**
     * Sets which differences between an artifact's context and the present one are reasons to
     * refuse it.
     *
     * @param policy the policy; by default {@link ContextPolicy#EXACT}
     * @return this builder
     */
    public Builder contextPolicy(ContextPolicy policy) {
      this.contextPolicy = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets where compiled plugins are kept between executions. Sources that have been compiled
     * before, wherever they lay, are not compiled again as long as all that it depended on is what
     * it was: contract, options, compiler, this library, and the classes of the host that were
     * used.
     *
     * @param settings where and how; by default nothing is kept
     * @return this builder
     */
    public Builder cache(CacheSettings settings) {
      this.cache = Option.some(Objects.requireNonNull(settings, "settings"));
      return this;
    }

    /**
     * Sets what becomes of the compiler's warnings.
     *
     * @param treatment the treatment; by default {@link Warnings#asErrors()}
     * @return this builder
     */
    public Builder warnings(Warnings treatment) {
      this.warnings = Objects.requireNonNull(treatment, "treatment");
      return this;
    }

    /**
     * Sets the Java SE release to compile for, as javac's {@code --release}.
     *
     * @param featureRelease the release; by default the running one
     * @return this builder
     */
    public Builder release(int featureRelease) {
      this.release = Option.some(featureRelease);
      return this;
    }

    /**
     * Sets options that are passed to the compiler as they are.
     *
     * @param options the options; by default none
     * @return this builder
     * @throws IllegalArgumentException for an option that would break a promise of this library
     */
    public Builder compilerOptions(String... options) {
      List<String> copy = List.of(options);
      CompilerOptionRules.violation(copy)
          .forEach(
              reason -> {
                throw new IllegalArgumentException(reason);
              });
      this.compilerOptions = copy;
      return this;
    }

    /**
     * Sets the processor path: the annotation processors that are registered in these JARs run when
     * sources are compiled, and no others. They are code of the application's: they run in this
     * process, when a plugin is only checked, too. Their options are {@link #compilerOptions
     * compiler options}, such as {@code -Akey=value}.
     *
     * <p>They have a class loader of their own, and see no class of the host. The annotations that
     * plugins use, and what generated code needs when it runs, must be among the host's classes.
     * What is generated is part of the plugin, and of the artifact.
     *
     * @param jars JARs with annotation processors, and those that they need; by default none, and
     *     then no processor runs, wherever one may be found
     * @return this builder
     */
    public Builder annotationProcessors(List<Path> jars) {
      this.annotationProcessors = List.copyOf(jars);
      return this;
    }

    /**
     * Leaves the sources out of artifacts; their digests stay.
     *
     * @return this builder
     */
    public Builder omitSources() {
      this.sourceRetention = SourceRetention.OMITTED;
      return this;
    }

    /**
     * Sets who is told of reported warnings, and of what happened, in the order that {@link Event}
     * tells. It is called on the threads that do the work, by several at the same time, so it
     * should be quick, and must not wait for a future of this library; whatever it throws is logged
     * and fails nothing.
     *
     * @param consumer the listener; by default none, and then a cache that cannot be used and the
     *     warnings that are only reported are logged as warnings of the {@link System.Logger}
     *     {@code dev.loadstone}
     * @return this builder
     */
    public Builder listener(Consumer<? super Event> consumer) {
      this.listener = Objects.requireNonNull(consumer, "consumer");
      return this;
    }

    /**
     * Substitutes the compiler, for tests or for another technology.
     *
     * @param substitute the compiler; by default javac
     * @return this builder
     */
    public Builder compiler(Compiler substitute) {
      this.compiler = Option.some(Objects.requireNonNull(substitute, "substitute"));
      return this;
    }

    /**
     * Substitutes the loader, for tests or for another technology.
     *
     * @param substitute the loader; by default one that defines classes in this process
     * @return this builder
     */
    public Builder loader(Loader substitute) {
      this.loader = Option.some(Objects.requireNonNull(substitute, "substitute"));
      return this;
    }

    /**
     * Substitutes what keeps compiled plugins, for tests or for another technology. It may also
     * implement {@link dev.loadstone.domain.port.CompilationTurns} and {@link
     * dev.loadstone.domain.port.CacheMaintenance}, and is used for these, too. Of {@link #cache}
     * only the settings that are no affair of a store remain in force: whether it is read only, and
     * whether other builds are accepted.
     *
     * @param substitute the store; by default a folder, where {@link #cache} names one
     * @return this builder
     */
    public Builder artifactStore(ArtifactStore substitute) {
      this.artifactStore = Option.some(Objects.requireNonNull(substitute, "substitute"));
      return this;
    }

    /**
     * Sets where linking and plugin code run. Compilation is always on threads of our own, and so
     * is what plugins ask for while one starts on the executor: it may have only the one thread.
     *
     * <p>A load is {@link dev.loadstone.domain.error.ExecutorRefused} if the executor throws. One
     * whose task the executor drops without a word ends so as well, but not before the task is
     * collected as garbage, or in {@code Closed} by {@link Loadstone#close()}.
     *
     * @param callersExecutor the executor, which is never shut down here; by default an own
     *     scheduler that is started lazily
     * @return this builder
     */
    public Builder executor(Executor callersExecutor) {
      this.executor = Option.some(Objects.requireNonNull(callersExecutor, "callersExecutor"));
      return this;
    }

    /**
     * Sets how long a compilation may take, from its beginning on. One that takes longer ends the
     * calls that wait for it in {@link dev.loadstone.domain.error.TimedOut}; its thread goes on, as
     * no compiler can be stopped.
     *
     * @param limit the limit; by default none
     * @return this builder
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Builder compileLimit(Duration limit) {
      this.compileLimit = Option.some(positive(limit));
      return this;
    }

    /**
     * Sets how long linking and starting a plugin may take. A load that takes longer ends in {@link
     * dev.loadstone.domain.error.TimedOut}; the plugin's thread goes on, as no code can be stopped.
     * What runs on the caller's own thread, by {@link Plugin#run()} or {@link
     * PluginLoader.Expert#blockingLoadArtifact}, has no limit.
     *
     * @param limit the limit; by default none
     * @return this builder
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Builder startLimit(Duration limit) {
      this.startLimit = Option.some(positive(limit));
      return this;
    }

    private static Duration positive(Duration limit) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("a limit must be positive: " + limit);
      }
      return limit;
    }

    /**
     * Builds the Loadstone. No thread is started and no compiler loaded before they are needed.
     *
     * @return a new one, which the caller closes
     * @throws IllegalArgumentException if an entry of the class path does not exist
     */
    public Loadstone build() {
      Settings settings =
          new Settings(
              new CompilerSettings(release, compilerOptions, warnings.policy()),
              sourceRetention,
              classPath,
              annotationProcessors,
              limits,
              allowedPackages,
              contextPolicy,
              cache.map(CacheSettings::store),
              cache.map(CacheSettings::terms).getOrElse(CacheTerms.DEFAULT),
              listener,
              new Settings.Substitutes(compiler, loader, artifactStore),
              new Settings.Scheduling(executor, compileLimit, startLimit));
      HostChoice host = HostChoice.of(hostClassLoader);
      return new Loadstone(
          settings,
          host,
          new ClassLoaderAdapter(host.loader(), classPath, allowedPackages, hostClasses));
    }
  }
}
