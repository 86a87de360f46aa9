package dev.loadstone.cli.command;

import io.vavr.control.Option;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said on the command line.
 *
 * @param options the value of each option that was given, by its name
 * @param files the files that were named
 * @param forPlugin the words for the plugin
 */
record Arguments(Map<String, Object> options, List<Path> files, List<String> forPlugin) {

  Arguments {
    options = Map.copyOf(options);
    files = List.copyOf(files);
    forPlugin = List.copyOf(forPlugin);
  }

  /**
   * Returns the value of an option, none where it was not given.
   *
   * @param type what the {@link Grammar} makes of the option
   */
  <T> Option<T> value(String option, Class<T> type) {
    return Option.of(options.get(option)).map(type::cast);
  }

  /** Returns the values of an option that can be given several times. */
  List<String> values(String option) {
    return value(option, List.class).toJavaList().stream()
        .flatMap(values -> ((List<?>) values).stream())
        .map(String::valueOf)
        .toList();
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** Returns these, with the value of an option where it was not given. */
  Arguments orElse(String option, Option<?> value) {
    if (has(option) || value.isEmpty()) {
      return this;
    }
    Map<String, Object> more = new HashMap<>(options);
    more.put(option, value.get());
    return new Arguments(more, files, forPlugin);
  }

  /** Returns the only file that was named. */
  Path file() {
    return files.get(0);
  }

  /**
   * Makes a path of a word.
   *
   * @throws UsageException if it is none on this system
   * @throws UnnameablePath if it, or the working folder that it starts from, has a name that the
   *     encoding of file names does not have
   */
  static Path path(String word) {
    try {
      Path path = Path.of(word);
      FileNames.check(path);
      return path;
    } catch (InvalidPathException e) {
      FileNames.check(word);
      throw new UsageException("not a path on this system: " + e.getMessage());
    }
  }
}
