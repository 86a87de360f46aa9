package dev.loadstone.domain.compilation;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Objects;

/** What a plugin does when it starts, as the compiler found it. */
public sealed interface Start {

  /** The plugin gives a value for its contract. */
  record Value() implements Start {}

  /**
   * The plugin runs for its side effect: its main class is initialised, and then its main method
   * called, if the form names one.
   *
   * @param form what runs
   * @param line the line of the main file that declares it, or that declares the main class where
   *     the method is inherited; 1-based, or -1 where the compiler cannot tell
   * @param column the column, counted as in a {@link Diagnostic}
   */
  record Program(Form form, long line, long column) implements Start {

    /** The code of the error for arguments that nothing takes. */
    public static final String ARGUMENTS_NOT_TAKEN = "loadstone.err.arguments.not.taken";

    public Program {
      Objects.requireNonNull(form, "form");
    }

    /**
     * Says that nothing takes the arguments of a run, if that is so.
     *
     * @param count how many there are
     * @return what is wrong, none where there are no arguments or they are taken
     */
    public Option<String> objection(int count) {
      return Option.when(
          count > 0 && !form.takesArguments(),
          () ->
              form == Form.INITIALIZER
                  ? "there is no main method to take the arguments of this run"
                  : "this main method takes no arguments, and the run has " + count);
    }

    /**
     * Makes the error for arguments that nothing takes, at the user's own line.
     *
     * @param objection what is wrong
     * @param mainFile the main file
     */
    public Diagnostic argumentsNotTaken(String objection, SourceFile mainFile) {
      return new Diagnostic(
          Severity.ERROR,
          ARGUMENTS_NOT_TAKEN,
          objection,
          mainFile.path(),
          line,
          column,
          mainFile.line(line),
          "");
    }
  }

  /**
   * Nothing of the plugin would run for its side effect.
   *
   * @param reason an error that says what is there, and what is missing
   */
  record Nothing(Diagnostic reason) implements Start {

    public Nothing {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** What runs for its side effect. */
  enum Form {
    /** Only the initialiser of the main class. */
    INITIALIZER("initializer"),
    /** A static main method with arguments. */
    STATIC_MAIN_WITH_ARGUMENTS("static main(String[])"),
    /** A static main method without parameters. */
    STATIC_MAIN("static main()"),
    /** A main method with arguments of a new instance of the main class. */
    INSTANCE_MAIN_WITH_ARGUMENTS("main(String[])"),
    /** A main method without parameters of a new instance of the main class. */
    INSTANCE_MAIN("main()");

    private final String text;

    Form(String text) {
      this.text = text;
    }

    /**
     * Finds a form.
     *
     * @param text how it is written
     * @return the form, none where there is none that is written so
     */
    public static Option<Form> of(String text) {
      return Option.ofOptional(
          Arrays.stream(values()).filter(form -> form.text.equals(text)).findFirst());
    }

    /**
     * Returns how the form is written.
     *
     * @return how the form is written, such as {@code static main(String[])}
     */
    public String text() {
      return text;
    }

    /** {@return whether there is a main method that takes arguments} */
    public boolean takesArguments() {
      return this == STATIC_MAIN_WITH_ARGUMENTS || this == INSTANCE_MAIN_WITH_ARGUMENTS;
    }

    /** {@return whether there is a main method, and it is static} */
    public boolean isStatic() {
      return this == STATIC_MAIN_WITH_ARGUMENTS || this == STATIC_MAIN;
    }
  }
}
