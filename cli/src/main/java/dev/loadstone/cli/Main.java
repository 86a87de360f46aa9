package dev.loadstone.cli;

import dev.loadstone.cli.command.CommandInterpreter;
import dev.loadstone.cli.report.ExitCode;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.Output;
import java.util.List;

/** The entry point of the command {@code loadstone}. */
public final class Main {

  private Main() {}

  /**
   * Runs the command. Returns when it is done, so that threads that a plugin started go on, as with
   * {@code java}; ends the process where the exit is not 0.
   *
   * @param arguments the command line
   * @throws Throwable what the plugin's own code threw, for the JVM to show as any uncaught
   *     exception of the main thread
   */
  public static void main(String[] arguments) throws Throwable {
    Outcome outcome =
        new CommandInterpreter(
                Output.of(System.out),
                Output.of(System.err),
                Main::atExit,
                UserCacheFolder.ofThisUser())
            .execute(List.of(arguments));
    if (outcome.uncaught().isDefined()) {
      if (outcome.isReported()) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, reported) -> {});
      }
      throw outcome.uncaught().get();
    }
    if (outcome.exitCode() != ExitCode.DONE) {
      System.exit(outcome.exitCode());
    }
  }

  private static void atExit(Runnable work) {
    Runtime.getRuntime().addShutdownHook(new Thread(work, "loadstone-report"));
  }
}
