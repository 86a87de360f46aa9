package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * The one way out of what the command has to say: text only in a form that no terminal obeys, and
 * JSON, which escapes for itself. What a plugin gives or throws is the plugin's own, which writes
 * to the same streams as it likes.
 */
public final class Output {

  private final Consumer<Object> lines;

  /**
   * Makes one.
   *
   * @param lines writes what is printed, and a line separator
   */
  public Output(Consumer<Object> lines) {
    this.lines = lines;
  }

  /**
   * Makes one that writes to a stream.
   *
   * @param stream takes lines
   * @return the way out
   */
  public static Output of(PrintStream stream) {
    return new Output(stream::println);
  }

  /**
   * Prints text.
   *
   * @param text the text, without a line separator at its end
   */
  public void print(PrintableText text) {
    lines.accept(text.toString().replace("\n", System.lineSeparator()));
  }

  /**
   * Prints JSON.
   *
   * @param value the value
   */
  public void print(Json value) {
    lines.accept(value.toString());
  }

  /**
   * Prints the value that a plugin gave, as it is.
   *
   * @param value the value
   */
  public void printGiven(Object value) {
    lines.accept(value);
  }
}
