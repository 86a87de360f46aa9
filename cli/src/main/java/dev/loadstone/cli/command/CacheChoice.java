package dev.loadstone.cli.command;

import dev.loadstone.CacheSettings;
import io.vavr.control.Option;
import java.nio.file.Path;

/** The cache that a command line asks for. */
final class CacheChoice {

  /**
   * The scripts and plugins of one user over months, where a changed one takes the place of its
   * older version. All entries are looked at only now and then, when some are added: that so many
   * take some 10 ms is not felt beside a compilation.
   */
  static final int MAX_ENTRIES = 1_000;

  /**
   * Room for {@link #MAX_ENTRIES} of 250 KiB each, where most have 10 to 50: a bound on what
   * plugins of many generated classes may take from the user's disk, and not what usually decides.
   */
  static final long MAX_BYTES = 256L << 20;

  /** Says what to do where a user has no home, and thus no folder for a cache. */
  static final String NO_FOLDER =
      "there is no folder for a cache of compiled plugins, since this user has no home folder; name"
          + " one by "
          + Options.CACHE_DIR;

  private CacheChoice() {}

  /**
   * Returns the settings of the cache; none where it is not wanted, or there is no place for it.
   *
   * @throws UsageException if the options name no folder
   */
  static Option<CacheSettings> of(Arguments arguments) {
    return arguments
        .value(Options.CACHE_DIR, String.class)
        .filter(folder -> !arguments.has(Options.NO_CACHE))
        .map(
            folder ->
                CacheSettings.at(path(folder))
                    .maxEntries(MAX_ENTRIES)
                    .maxBytes(MAX_BYTES)
                    .allowSharedFolder(arguments.has(Options.SHARED_CACHE)));
  }

  // The empty path is the working folder, and was to be the value of a variable that is not set.
  private static Path path(String folder) {
    if (folder.isEmpty()) {
      throw new UsageException(Options.CACHE_DIR + ": the name of the folder is empty");
    }
    return Arguments.path(folder);
  }
}
