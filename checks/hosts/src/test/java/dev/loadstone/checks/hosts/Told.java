package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What {@link acme.host.HostProgram} tells when all is well. */
final class Told {

  private static final List<String> FORMS =
      List.of(
          "single import: hello you",
          "star import: hello all",
          "qualified name: hello me",
          "nested type: LOUD");

  private Told() {}

  /** Asserts that plugins see their host, in whatever way they name it. */
  static void assertSeesItsHost(List<String> lines) {
    assertThat(lines).containsSequence(FORMS);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("package of the host: "))
        .singleElement()
        .asString()
        .startsWith("package of the host: CompilationFailed: ")
        .contains("package acme.api is taken");
    assertThat(lines).contains("library: true", "cache: miss, hit");
  }
}
