package dev.loadstone.domain.event;

import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.List;
import java.util.Objects;

/** Something that happened, told to the listener after the fact. */
public sealed interface Event {

  /**
   * A plugin was compiled.
   *
   * @param files its files as they were given, the main one last
   * @param mainClass the binary name of its main class
   * @param warnings the warnings that are reported, in the compiler's order
   */
  record Compiled(List<String> files, String mainClass, List<Diagnostic> warnings)
      implements Event {

    /**
     * Checks and copies the parts.
     *
     * @param files its files as they were given, the main one last
     * @param mainClass the binary name of its main class
     * @param warnings the warnings that are reported, in the compiler's order
     */
    public Compiled {
      files = List.copyOf(files);
      Objects.requireNonNull(mainClass, "mainClass");
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A plugin was linked; none of its code has run.
   *
   * @param plugin its main file or artifact as it was given
   * @param mainClass the binary name of its main class
   */
  record Linked(String plugin, String mainClass) implements Event {

    /**
     * Checks that both parts are there.
     *
     * @param plugin its main file or artifact as it was given
     * @param mainClass the binary name of its main class
     */
    public Linked {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(mainClass, "mainClass");
    }
  }

  /**
   * A plugin ran to the end of its start.
   *
   * @param plugin its main file or artifact as it was given
   * @param mainClass the binary name of its main class
   */
  record Ran(String plugin, String mainClass) implements Event {

    /**
     * Checks that both parts are there.
     *
     * @param plugin its main file or artifact as it was given
     * @param mainClass the binary name of its main class
     */
    public Ran {
      Objects.requireNonNull(plugin, "plugin");
      Objects.requireNonNull(mainClass, "mainClass");
    }
  }
}
