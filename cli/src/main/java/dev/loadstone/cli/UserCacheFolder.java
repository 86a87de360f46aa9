package dev.loadstone.cli;

import io.vavr.control.Option;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder for what a user's programs keep and can make again, by the convention of the
 * platform: that of the <a href="https://specifications.freedesktop.org/basedir-spec/">XDG Base
 * Directory Specification</a>, of macOS, or of Windows.
 *
 * <p>Only absolute paths count. A relative one would lead into the working folder, which is
 * somebody's project, or anybody's.
 */
final class UserCacheFolder {

  private static final String NAME = "loadstone";

  /** The JDK asks the list of users instead, which may not know whom a container runs. */
  private static final String HOME = "HOME";

  private static final String XDG_CACHE_HOME = "XDG_CACHE_HOME";
  private static final String LOCAL_APP_DATA = "LOCALAPPDATA";

  private UserCacheFolder() {}

  /** Returns the folder for the user of this process. */
  static Option<Path> ofThisUser() {
    return of(System.getProperties(), System.getenv());
  }

  /**
   * Returns our folder below the user's.
   *
   * @param properties the system properties
   * @param environment the environment variables
   * @return the folder, which need not exist; none for a user who has no home
   */
  static Option<Path> of(Properties properties, Map<String, String> environment) {
    String system = properties.getProperty("os.name", "");
    Option<Path> home = absolute(properties.getProperty("user.home"));
    if (system.startsWith("Windows")) {
      return absolute(environment.get(LOCAL_APP_DATA))
          .orElse(below(home, "AppData", "Local"))
          .map(folder -> folder.resolve(NAME).resolve("cache"));
    }
    Option<Path> shellsHome = absolute(environment.get(HOME)).orElse(home);
    return absolute(environment.get(XDG_CACHE_HOME))
        .orElse(
            system.startsWith("Mac")
                ? below(shellsHome, "Library", "Caches")
                : below(shellsHome, ".cache"))
        .map(folder -> folder.resolve(NAME));
  }

  private static Option<Path> below(Option<Path> folder, String... names) {
    Option<Path> below = folder;
    for (String name : names) {
      below = below.map(parent -> parent.resolve(name));
    }
    return below;
  }

  /** Returns a path if it is one, and absolute. For a user without a home the JDK says "?". */
  private static Option<Path> absolute(@Nullable String name) {
    // A name that the locale cannot express would lead to another folder.
    if (name == null || name.isEmpty() || name.contains("\uFFFD")) {
      return Option.none();
    }
    try {
      Path path = Path.of(name);
      return path.isAbsolute() ? Option.some(path) : Option.none();
    } catch (InvalidPathException e) {
      return Option.none();
    }
  }
}
