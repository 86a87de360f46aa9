package dev.loadstone.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The annotation processors that a command line names, and what it tells them.
 *
 * @param path the JARs, all there
 * @param options the options as javac takes them
 */
record Processors(List<Path> path, List<String> options) {

  private static final String PATH = Options.PROCESSOR_PATH;
  private static final String OPTION = Options.PROCESSOR_OPTION;

  Processors {
    path = List.copyOf(path);
    options = List.copyOf(options);
  }

  /**
   * Reads those of a command line.
   *
   * @throws UsageException if one of these options says nothing, or what is not there
   */
  static Processors of(Arguments arguments) {
    List<Path> path =
        arguments.value(PATH, String.class).map(Processors::path).getOrElse(List.of());
    return new Processors(path, options(arguments.values(OPTION), path));
  }

  /**
   * Refuses a word that begins with {@code -A=}: to the parser, {@code =} only separates an option
   * from its value, and it would take the value for the key.
   *
   * @throws UsageException if there is one
   */
  static void requireKeys(List<String> words) {
    words.stream()
        .filter(word -> word.startsWith(OPTION + "="))
        .findFirst()
        .ifPresent(
            word -> {
              throw withoutKey(word);
            });
  }

  private static UsageException withoutKey(String word) {
    return new UsageException(word + ": has no key; write " + OPTION + "KEY=VALUE");
  }

  private static List<Path> path(String value) {
    ClassPath path = ClassPath.parse(PATH, value);
    if (!path.folders().isEmpty()) {
      throw new UsageException(
          PATH
              + ": "
              + path.folders().get(0)
              + ": a folder, where a JAR is expected; FOLDER/* is all JARs of a folder");
    }
    if (path.entries().isEmpty()) {
      throw new UsageException(
          PATH + ": names no JAR; give those of the processors, or leave the option out");
    }
    return path.entries();
  }

  private static List<String> options(List<String> values, List<Path> path) {
    List<String> options = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String value : values) {
      String key = key(value);
      if (key.isEmpty()) {
        throw withoutKey(OPTION + value);
      }
      if (!keys.add(key)) {
        throw new UsageException(OPTION + key + ": is given twice; give it once");
      }
      options.add(OPTION + value);
    }
    if (!options.isEmpty() && path.isEmpty()) {
      throw new UsageException(
          options.get(0)
              + ": no annotation processor runs that could take it; name one by "
              + PATH);
    }
    return options;
  }

  private static String key(String value) {
    int end = value.indexOf('=');
    return end < 0 ? value : value.substring(0, end);
  }
}
