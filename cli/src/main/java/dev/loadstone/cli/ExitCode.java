package dev.loadstone.cli;

import dev.loadstone.domain.error.ErrorKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers that the process ends with. */
final class ExitCode {

  static final int DONE = 0;
  static final int USAGE = 2;

  /** As EX_SOFTWARE of BSD's sysexits. */
  static final int BUG = 70;

  private static final int REFUSED_SOURCE = 1;
  private static final int REFUSED_ARTIFACT = 3;
  static final int ENVIRONMENT = 4;

  private ExitCode() {}

  /** Returns what each number says, in ascending order. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("" + DONE, "All is well.");
    meanings.put("" + REFUSED_SOURCE, "The sources were refused, or the plugin failed.");
    meanings.put("" + USAGE, "The command was used wrongly.");
    meanings.put("" + REFUSED_ARTIFACT, "The artifact was refused.");
    meanings.put(
        "" + ENVIRONMENT,
        "A file or the compiler is not there, a file cannot be written, or 'cache' has none that can be used.");
    meanings.put("" + BUG, "A bug of Loadstone.");
    return meanings;
  }

  static int of(ErrorKind kind) {
    return switch (kind) {
      case INVALID_SOURCES, COMPILATION_FAILED, COMPILER_CRASHED, PLUGIN_FAILED, TIMED_OUT ->
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
