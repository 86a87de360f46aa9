package dev.loadstone.cli.init;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;

/**
 * A plugin to begin with.
 *
 * @param fileName the name of its file
 * @param text its source
 */
public record ExamplePlugin(String fileName, String text) {

  /** {@return a plugin that is run for its side effect} */
  public static ExamplePlugin sideEffect() {
    return new ExamplePlugin(
        "Hello.java",
        """
        /** Says hello to everybody who is named, or to the world. */
        public final class Hello {

          private Hello() {}

          public static void main(String[] arguments) {
            String who = arguments.length == 0 ? "world" : String.join(", ", arguments);
            System.out.println("Hello, " + who + "!");
          }
        }
        """);
  }

  /** {@return its source, to be checked} */
  public SourceSet sources() {
    return SourceSet.of(SourceFile.of(fileName, text));
  }
}
