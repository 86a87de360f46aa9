package dev.loadstone.cli.command;

import dev.loadstone.Warnings;
import dev.loadstone.adapter.ecj.EcjCompiler;
import dev.loadstone.adapter.javac.JavacAdapter;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.port.Compiler;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The words that an option can have as its value.
 *
 * @param <T> what a word stands for
 */
final class Choices<T> implements ITypeConverter<T> {

  /** How diagnostics, and the answers of {@code inspect} and {@code cache}, are written. */
  enum Format {
    TEXT,
    JSON
  }

  /** What can be done with the cache. */
  enum CacheTask {
    STATS,
    VERIFY,
    CLEAR
  }

  static final Choices<Format> FORMATS =
      new Choices<>(Map.of("text", Format.TEXT, "json", Format.JSON));

  static final Choices<ContextPolicy> CONTEXTS =
      new Choices<>(
          Map.of("exact", ContextPolicy.EXACT, "compatible", ContextPolicy.BINARY_COMPATIBLE));

  static final Choices<Supplier<Compiler>> COMPILERS =
      new Choices<>(Map.of("ecj", EcjCompiler::create, "javac", JavacAdapter::compiler));

  static final Choices<Warnings> WARNINGS =
      new Choices<>(
          Map.of(
              "errors", Warnings.asErrors(),
              "report", Warnings.reported(),
              "ignore", Warnings.ignored()));

  static final Choices<CacheTask> CACHE_TASKS =
      new Choices<>(
          Map.of("stats", CacheTask.STATS, "verify", CacheTask.VERIFY, "clear", CacheTask.CLEAR));

  static final Choices<String> SHELLS = new Choices<>(Map.of("bash", "bash", "zsh", "zsh"));

  private final TreeMap<String, T> values;

  private Choices(Map<String, T> values) {
    this.values = new TreeMap<>(values);
  }

  /** Returns the words, sorted, for shells to complete. */
  List<String> words() {
    return List.copyOf(values.keySet());
  }

  @Override
  public T convert(String word) {
    T value = values.get(word);
    if (value == null) {
      throw new TypeConversionException(
          "'" + word + "' is not one of " + String.join(", ", words()));
    }
    return value;
  }
}
