package dev.loadstone.domain.error;

/**
 * The kinds of errors, one for each type of the family, for a {@code switch} that the compiler
 * checks.
 */
public enum ErrorKind {
  /** See {@link SourceNotFound}. */
  SOURCE_NOT_FOUND,
  /** See {@link InvalidSources}. */
  INVALID_SOURCES,
  /** See {@link CompilationFailed}. */
  COMPILATION_FAILED,
  /** See {@link CompilerUnavailable}. */
  COMPILER_UNAVAILABLE,
  /** See {@link CompilerCrashed}. */
  COMPILER_CRASHED,
  /** See {@link ProcessorFailed}. */
  PROCESSOR_FAILED,
  /** See {@link RecordingFailed}. */
  RECORDING_FAILED,
  /** See {@link ArtifactNotFound}. */
  ARTIFACT_NOT_FOUND,
  /** See {@link NotAnArtifact}. */
  NOT_AN_ARTIFACT,
  /** See {@link ArtifactCorrupt}. */
  ARTIFACT_CORRUPT,
  /** See {@link ContextMismatch}. */
  CONTEXT_MISMATCH,
  /** See {@link ContractMismatch}. */
  CONTRACT_MISMATCH,
  /** See {@link LinkageFailed}. */
  LINKAGE_FAILED,
  /** See {@link PluginFailed}. */
  PLUGIN_FAILED,
  /** See {@link StoreFailed}. */
  STORE_FAILED,
  /** See {@link LibraryUnknown}. */
  LIBRARY_UNKNOWN,
  /** See {@link HostFailed}. */
  HOST_FAILED,
  /** See {@link CompilerBusy}. */
  COMPILER_BUSY,
  /** See {@link ExecutorRefused}. */
  EXECUTOR_REFUSED,
  /** See {@link TimedOut}. */
  TIMED_OUT,
  /** See {@link SchedulerStarted}. */
  SCHEDULER_STARTED,
  /** See {@link Closed}. */
  CLOSED
}
