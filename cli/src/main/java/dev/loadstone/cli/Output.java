package dev.loadstone.cli;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * The one way out of what the command has to say: text only in a form that no terminal obeys, and
 * JSON, which escapes for itself. What a plugin gives or throws is the plugin's own, which writes
 * to the same streams as it likes.
 */
final class Output {

  private final Consumer<Object> lines;

  /**
   * Makes one.
   *
   * @param lines writes what is printed, and a line separator
   */
  Output(Consumer<Object> lines) {
    this.lines = lines;
  }

  static Output of(PrintStream stream) {
    return new Output(stream::println);
  }

  void print(PrintableText text) {
    lines.accept(text.toString().replace("\n", System.lineSeparator()));
  }

  void print(Json value) {
    lines.accept(value.toString());
  }

  /** Prints the value that a plugin gave, as it is. */
  void printGiven(Object value) {
    lines.accept(value);
  }
}
