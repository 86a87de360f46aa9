package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.ErrorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExitCodeTest {

  @ParameterizedTest
  @CsvSource({
    "SOURCE_NOT_FOUND, 4",
    "INVALID_SOURCES, 1",
    "COMPILATION_FAILED, 1",
    "COMPILER_UNAVAILABLE, 4",
    "COMPILER_CRASHED, 1",
    "ARTIFACT_NOT_FOUND, 4",
    "NOT_AN_ARTIFACT, 3",
    "ARTIFACT_CORRUPT, 3",
    "CONTEXT_MISMATCH, 3",
    "CONTRACT_MISMATCH, 3",
    "LINKAGE_FAILED, 3",
    "PLUGIN_FAILED, 1",
    "STORE_FAILED, 4",
    "LIBRARY_UNKNOWN, 4",
    "RECORDING_FAILED, 4",
    "HOST_FAILED, 4",
    "COMPILER_BUSY, 4",
    "EXECUTOR_REFUSED, 4",
    "TIMED_OUT, 1",
    "SCHEDULER_STARTED, 70",
    "CLOSED, 70"
  })
  void of_kind_isTheDocumentedNumber(ErrorKind kind, int expected) {
    assertThat(ExitCode.of(kind)).isEqualTo(expected);
  }
}
