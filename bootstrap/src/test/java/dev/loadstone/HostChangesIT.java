package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.testkit.HostChange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plugins that are compiled in one process and meet a changed host in another one, under both
 * policies, on this JDK and between two.
 *
 * <p>What linking notices is told with each change; what {@code EXACT} says is in {@code
 * exact-differences.txt}. With {@code -Dloadstone.test.update=true} that file is written anew, for
 * a reviewer to read.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class HostChangesIT {

  private static final String EXPECTED = "exact-differences.txt";
  private static final boolean UPDATE = Boolean.getBoolean("loadstone.test.update");

  /** Each so many-th change is tried; the unit tests of the rules try all. */
  private static final int EVERY = UPDATE ? 1 : Integer.getInteger("loadstone.hosts.every", 4);

  /** And of those again each so many-th on two JDKs. */
  private static final int SAMPLE = 4 * EVERY;

  private Path root;

  private List<HostChange> changes;
  private Map<String, List<String>> verdicts;
  private Map<String, List<String>> expected;

  @BeforeAll
  void compileAndLoad(@TempDir Path folder) throws Exception {
    root = folder;
    changes = HostVersions.changes();
    HostVersions.prepare(root, numbers(EVERY));
    numbers(EVERY).stream()
        .parallel()
        .forEach(number -> CompileForHosts.compile(root.resolve(number)));
    verdicts = load(Path.of(System.getProperty("java.home")), numbers(EVERY));
    if (UPDATE) {
      write();
    }
    expected = expected();
  }

  Stream<HostChange> changes() {
    return numbers(EVERY).stream().map(number -> changes.get(Integer.parseInt(number)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void load_exact_refusesEveryDifference(HostChange change) {
    List<String> verdict = verdict(change, ContextPolicy.EXACT);

    assertThat(verdict)
        .containsExactlyElementsOf(expected.getOrDefault(change.name(), List.of("not on file")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void load_binaryCompatible_refusesWhatLinkingNotices(HostChange change) {
    List<String> verdict = verdict(change, ContextPolicy.BINARY_COMPATIBLE);

    if (change.differences().isEmpty()) {
      assertThat(verdict).singleElement().asString().startsWith(LoadInHosts.RESULT);
    } else {
      assertThat(verdict).containsExactlyElementsOf(change.differences());
    }
  }

  @Test
  void changes_areOfManyKinds() {
    assertThat(changes).hasSizeGreaterThan(100);
    assertThat(changes.stream().filter(change -> change.differences().isEmpty()))
        .hasSizeGreaterThan(20);
  }

  @Test
  void load_compiledOnThisJdkMeetsTheOther_sameVerdictsUnderBinaryCompatible() throws Exception {
    Map<String, List<String>> there = load(OtherJdk.home(), numbers(SAMPLE));

    assertSameVerdicts(there);
  }

  @Test
  void load_compiledOnTheOtherJdkMeetsThis_sameVerdictsUnderBinaryCompatible() throws Exception {
    Path copy = Files.createDirectory(root.resolve("other"));
    for (String number : numbers(SAMPLE)) {
      Path folder = Files.createDirectory(copy.resolve(number));
      for (String part : List.of(HostVersions.BEFORE, HostVersions.AFTER, HostVersions.SOURCE)) {
        Files.createSymbolicLink(folder.resolve(part), root.resolve(number).resolve(part));
      }
    }
    run(OtherJdk.home(), CompileForHosts.class, copy, numbers(SAMPLE));

    assertSameVerdicts(load(Path.of(System.getProperty("java.home")), copy, numbers(SAMPLE)));
  }

  private void assertSameVerdicts(Map<String, List<String>> onTheOtherJdk) {
    for (String number : numbers(SAMPLE)) {
      HostChange change = changes.get(Integer.parseInt(number));
      assertThat(onTheOtherJdk.get(number + " " + ContextPolicy.BINARY_COMPATIBLE))
          .as(change.name())
          .containsExactlyElementsOf(verdict(change, ContextPolicy.BINARY_COMPATIBLE));
      List<String> exact = onTheOtherJdk.get(number + " " + ContextPolicy.EXACT);
      assertThat(exact.get(0)).as(change.name()).startsWith("compiler: built with javac ");
      assertThat(exact.get(1)).as(change.name()).startsWith("Java runtime: built with release ");
      assertThat(exact.subList(2, exact.size()))
          .as(change.name())
          .containsExactlyElementsOf(withoutResult(verdict(change, ContextPolicy.EXACT)));
    }
  }

  private static List<String> withoutResult(List<String> verdict) {
    return verdict.stream().filter(line -> !line.startsWith(LoadInHosts.RESULT)).toList();
  }

  private List<String> verdict(HostChange change, ContextPolicy policy) {
    return Objects.requireNonNull(verdicts.get(changes.indexOf(change) + " " + policy));
  }

  private List<String> numbers(int step) {
    return IntStream.range(0, changes.size())
        .filter(number -> number % step == 0)
        .mapToObj(String::valueOf)
        .toList();
  }

  private Map<String, List<String>> load(Path jdk, List<String> numbers) throws Exception {
    return load(jdk, root, numbers);
  }

  private static Map<String, List<String>> load(Path jdk, Path root, List<String> numbers)
      throws Exception {
    Map<String, List<String>> verdicts = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : run(jdk, LoadInHosts.class, root, numbers)) {
      if (line.startsWith(LoadInHosts.VERDICT)) {
        current = new ArrayList<>();
        verdicts.put(line.substring(LoadInHosts.VERDICT.length()), current);
      } else {
        current.add(line);
      }
    }
    return verdicts;
  }

  private static List<String> run(Path jdk, Class<?> program, Path root, List<String> numbers)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                root.toString()));
    command.addAll(numbers);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      List<String> lines =
          new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor()).as("%s", lines).isZero();
      return lines;
    }
  }

  private static Map<String, List<String>> expected() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(HostChangesIT.class.getResourceAsStream(EXPECTED))) {
      return Arrays.stream(
              new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^%% "))
          .filter(block -> !block.isBlank())
          .map(block -> block.lines().toList())
          .collect(
              Collectors.toMap(block -> block.get(0), block -> block.subList(1, block.size())));
    }
  }

  private void write() throws IOException {
    Function<HostChange, String> block =
        change ->
            "%% " + change.name() + "\n" + String.join("\n", verdict(change, ContextPolicy.EXACT));
    Files.writeString(
        Path.of("src/test/resources/dev/loadstone", EXPECTED),
        changes.stream().map(block).collect(Collectors.joining("\n", "", "\n")));
  }
}
