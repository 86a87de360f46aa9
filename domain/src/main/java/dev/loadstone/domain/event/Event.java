package dev.loadstone.domain.event;

import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.PluginException;
import java.util.List;
import java.util.Objects;

/**
 * Something that happened, told to the listener as soon as it has.
 *
 * <p>The events of one call come in the order of its steps, {@link DependenciesFound} or {@link
 * Compiled}, {@link Written}, {@link Admitted}, {@link Linked}, {@link Starting}, {@link Ran}, as
 * far as the call has these steps: each when its step is done and before the next one begins, all
 * of them before the call's future completes. A step that fails is told by {@link Failed} instead,
 * and ends the call. So a {@link Starting} that nothing follows is a plugin whose own code goes on.
 *
 * <p>Where there is a cache, {@link CacheLookup} comes first, and then either {@link CacheHit}, in
 * place of {@link Compiled}, or {@link CacheMiss}, followed by {@link Compiled}, {@link
 * CacheStored} and a {@link CacheEvicted} for each entry that had to give way. A {@link
 * CacheHealed} or {@link CacheUnusable} may come between any of these. Of many calls that ask for
 * the same at the same time one tells {@link Compiled}, and the others a hit.
 *
 * <p>An event is told on the thread that did the step, and the events of calls that run at the same
 * time may be told at the same time, in any order between the calls. Work that its caller gave up,
 * or that {@code close()} overtook, still tells what it does.
 *
 * <p>An event holds names and texts, and nothing that keeps a plugin's classes alive. {@link
 * Failed} is the exception: its error may hold what the plugin threw.
 */
public sealed interface Event {

  /** The kinds of events, one for each type, for a {@code switch} that the compiler checks. */
  enum Kind {
    /** See {@link DependenciesFound}. */
    DEPENDENCIES_FOUND,
    /** See {@link Compiled}. */
    COMPILED,
    /** See {@link CacheLookup}. */
    CACHE_LOOKUP,
    /** See {@link CacheHit}. */
    CACHE_HIT,
    /** See {@link CacheMiss}. */
    CACHE_MISS,
    /** See {@link CacheHealed}. */
    CACHE_HEALED,
    /** See {@link CacheStored}. */
    CACHE_STORED,
    /** See {@link CacheEvicted}. */
    CACHE_EVICTED,
    /** See {@link CacheUnusable}. */
    CACHE_UNUSABLE,
    /** See {@link Written}. */
    WRITTEN,
    /** See {@link Admitted}. */
    ADMITTED,
    /** See {@link Linked}. */
    LINKED,
    /** See {@link Starting}. */
    STARTING,
    /** See {@link Ran}. */
    RAN,
    /** See {@link Failed}. */
    FAILED
  }

  /** {@return the kind of this event} */
  Kind kind();

  /**
   * The files that a main file needs were found.
   *
   * @param mainFile the main file as it was given
   * @param files the files, needed ones first, the main one last
   */
  record DependenciesFound(String mainFile, List<String> files) implements Event {

    public DependenciesFound {
      Objects.requireNonNull(mainFile, "mainFile");
      files = List.copyOf(files);
    }

    @Override
    public Kind kind() {
      return Kind.DEPENDENCIES_FOUND;
    }
  }

  /**
   * A plugin was compiled.
   *
   * @param files its files as they were given, the main one last
   * @param mainClass the binary name of its main class
   * @param warnings the warnings that are reported, in the compiler's order
   */
  record Compiled(List<String> files, String mainClass, List<Diagnostic> warnings)
      implements Event {

    public Compiled {
      files = List.copyOf(files);
      Objects.requireNonNull(mainClass, "mainClass");
      warnings = List.copyOf(warnings);
    }

    @Override
    public Kind kind() {
      return Kind.COMPILED;
    }
  }

  /**
   * A plugin is being looked for in the cache.
   *
   * @param files its files as they were given, the main one last
   */
  record CacheLookup(List<String> files) implements Event {

    public CacheLookup {
      files = List.copyOf(files);
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_LOOKUP;
    }
  }

  /**
   * A plugin need not be compiled: there is an artifact that was built from the same sources, and
   * fits the present context.
   *
   * @param files its files as they were given, the main one last
   * @param mainClass the binary name of its main class
   * @param entry the entry of the cache, or empty for what another call of this process compiled at
   *     the same time
   * @param warnings the warnings that are reported, as the compilation reported them
   */
  record CacheHit(List<String> files, String mainClass, String entry, List<Diagnostic> warnings)
      implements Event {

    public CacheHit {
      files = List.copyOf(files);
      Objects.requireNonNull(mainClass, "mainClass");
      Objects.requireNonNull(entry, "entry");
      warnings = List.copyOf(warnings);
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_HIT;
    }
  }

  /**
   * A plugin has to be compiled.
   *
   * @param files its files as they were given, the main one last
   * @param reasons why no entry of the cache would do: what differs from the nearest one; never
   *     empty
   */
  record CacheMiss(List<String> files, List<MissReason> reasons) implements Event {

    public CacheMiss {
      files = List.copyOf(files);
      reasons = List.copyOf(reasons);
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_MISS;
    }
  }

  /**
   * A damaged entry was removed from the cache; nothing of it was used.
   *
   * @param entry its file
   * @param problem what was wrong with it
   */
  record CacheHealed(String entry, String problem) implements Event {

    public CacheHealed {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(problem, "problem");
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_HEALED;
    }
  }

  /**
   * A compiled plugin was put into the cache, whole.
   *
   * @param entry its file
   * @param mainClass the binary name of its main class
   */
  record CacheStored(String entry, String mainClass) implements Event {

    public CacheStored {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(mainClass, "mainClass");
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_STORED;
    }
  }

  /**
   * An entry of the cache had to give way.
   *
   * @param entry its file
   */
  record CacheEvicted(String entry) implements Event {

    public CacheEvicted {
      Objects.requireNonNull(entry, "entry");
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_EVICTED;
    }
  }

  /**
   * The cache could not do something, and the call goes on as without it. Told once for each
   * problem.
   *
   * @param problem what could not be done, and why
   */
  record CacheUnusable(String problem) implements Event {

    public CacheUnusable {
      Objects.requireNonNull(problem, "problem");
    }

    @Override
    public Kind kind() {
      return Kind.CACHE_UNUSABLE;
    }
  }

  /**
   * An artifact was written, whole.
   *
   * @param artifact its file as it was given
   * @param mainClass the binary name of its main class
   */
  record Written(String artifact, String mainClass) implements Event {

    public Written {
      Objects.requireNonNull(artifact, "artifact");
      Objects.requireNonNull(mainClass, "mainClass");
    }

    @Override
    public Kind kind() {
      return Kind.WRITTEN;
    }
  }

  /**
   * An artifact was read and may be loaded: its bytes are what was written, it was built for the
   * contract that is asked for, and it fits the present context.
   *
   * @param artifact its file as it was given
   * @param mainClass the binary name of its main class
   */
  record Admitted(String artifact, String mainClass) implements Event {

    public Admitted {
      Objects.requireNonNull(artifact, "artifact");
      Objects.requireNonNull(mainClass, "mainClass");
    }

    @Override
    public Kind kind() {
      return Kind.ADMITTED;
    }
  }

  /**
   * A plugin was linked; none of its code has run.
   *
   * @param plugin its main file or artifact as it was given
   * @param mainClass the binary name of its main class
   */
  record Linked(String plugin, String mainClass) implements Event {

    public Linked {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(mainClass, "mainClass");
    }

    @Override
    public Kind kind() {
      return Kind.LINKED;
    }
  }

  /**
   * A run of a plugin begins: its classes are defined anew, and its own code is about to run. How
   * long that takes is the time until {@link Ran}, or {@link Failed}, is told on the same thread.
   *
   * @param plugin its main file or artifact as it was given
   * @param mainClass the binary name of its main class
   */
  record Starting(String plugin, String mainClass) implements Event {

    public Starting {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(mainClass, "mainClass");
    }

    @Override
    public Kind kind() {
      return Kind.STARTING;
    }
  }

  /**
   * A plugin ran to the end of its start.
   *
   * @param plugin its main file or artifact as it was given
   * @param mainClass the binary name of its main class
   */
  record Ran(String plugin, String mainClass) implements Event {

    public Ran {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(mainClass, "mainClass");
    }

    @Override
    public Kind kind() {
      return Kind.RAN;
    }
  }

  /**
   * A call ended in an error, which its caller gets too. Told once. What was refused because of the
   * moment of the call, by {@link ErrorKind#CLOSED} or {@link ErrorKind#SCHEDULER_STARTED}, is not
   * told: nothing happened.
   *
   * <p>The error of a plugin that failed holds what the plugin threw, and through it the plugin's
   * classes. They stay in memory for as long as the listener keeps this event.
   *
   * @param error the error
   */
  record Failed(PluginException error) implements Event {

    public Failed {
      Objects.requireNonNull(error, "error");
    }

    @Override
    public Kind kind() {
      return Kind.FAILED;
    }
  }
}
