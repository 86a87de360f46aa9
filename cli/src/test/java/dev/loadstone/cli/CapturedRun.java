package dev.loadstone.cli;

import dev.loadstone.cli.command.CommandInterpreter;
import dev.loadstone.cli.report.Outcome;
import dev.loadstone.cli.report.Output;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What a command line did in this process. */
public record CapturedRun(Outcome outcome, String out, String err) {

  /** Runs it as a user whose cache is empty. */
  public static CapturedRun of(String... words) {
    try (TemporaryFolder cache = TemporaryFolder.make()) {
      return withCache(Option.some(cache.path()), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it as a user whose cache is in a folder, or who has no place for one. */
  public static CapturedRun withCache(Option<Path> cacheFolder, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Outcome outcome =
        new CommandInterpreter(
                Output.of(stream(out)), Output.of(stream(err)), work -> {}, cacheFolder)
            .execute(List.of(words));
    return new CapturedRun(
        outcome, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public int exitCode() {
    return outcome.exitCode();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
