package dev.loadstone.cli.report;

import dev.loadstone.domain.error.ErrorKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers that the process ends with. */
public final class ExitCode {

  /** All is well. */
  public static final int DONE = 0;

  /** The command was used wrongly. */
  public static final int USAGE = 2;

  /** Something is not there that the command needs, or cannot be written. */
  public static final int ENVIRONMENT = 4;

  /** A bug of ours, as EX_SOFTWARE of BSD's sysexits. */
  public static final int BUG = 70;

  private static final int REFUSED_SOURCE = 1;
  private static final int REFUSED_ARTIFACT = 3;

  private ExitCode() {}

  /** {@return what each number says, in ascending order} */
  public static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("" + DONE, "All is well.");
    meanings.put("" + REFUSED_SOURCE, "The sources were refused, or the plugin failed.");
    meanings.put("" + USAGE, "The command was used wrongly.");
    meanings.put("" + REFUSED_ARTIFACT, "The artifact was refused.");
    meanings.put(
        "" + ENVIRONMENT,
        "A file or the compiler is not there, a file cannot be written, or 'cache' has none that"
            + " can be used.");
    meanings.put("" + BUG, "A bug of Loadstone.");
    return meanings;
  }

  /**
   * {@return the number of an error}
   *
   * @param kind the kind of the error
   */
  public static int of(ErrorKind kind) {
    return switch (kind) {
      case INVALID_SOURCES,
          COMPILATION_FAILED,
          COMPILER_CRASHED,
          PROCESSOR_FAILED,
          PLUGIN_FAILED,
          TIMED_OUT ->
          REFUSED_SOURCE;
      case NOT_AN_ARTIFACT, ARTIFACT_CORRUPT, CONTEXT_MISMATCH, CONTRACT_MISMATCH, LINKAGE_FAILED ->
          REFUSED_ARTIFACT;
      case SOURCE_NOT_FOUND,
          COMPILER_UNAVAILABLE,
          COMPILER_BUSY,
          ARTIFACT_NOT_FOUND,
          EXECUTOR_REFUSED,
          HOST_FAILED,
          LIBRARY_UNKNOWN,
          RECORDING_FAILED,
          STORE_FAILED ->
          ENVIRONMENT;
      // The command never blocks after an asynchronous call, and closes last.
      case SCHEDULER_STARTED, CLOSED -> BUG;
    };
  }
}
