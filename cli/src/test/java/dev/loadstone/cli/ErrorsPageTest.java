package dev.loadstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.ErrorsPage.Example;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of situations and exact texts: what really happens is what {@code docs/errors.md} says.
 *
 * <p>With {@code -Dloadstone.docs.update=true} the page's examples are written anew, for a person
 * to read and commit. A new situation needs its comment and an empty block in the page first.
 */
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the page shows the texts of other systems")
final class ErrorsPageTest {

  private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");
  private static final Path PAGE = REPOSITORY.resolve("docs/errors.md");
  private static final Pattern OWN_CODE = Pattern.compile("\"(loadstone\\.err\\.[a-z.]*[a-z])\"");

  private static final Map<String, Shown> SHOWN = new LinkedHashMap<>();
  private static Map<String, Example> examples = Map.of();

  @BeforeAll
  static void provokeAll(@TempDir Path folder) throws Exception {
    for (Situation situation : situations().toList()) {
      Path own = Files.createDirectory(folder.resolve("" + SHOWN.size()));
      try (Workshop workshop = new Workshop(own)) {
        SHOWN.put(situation.name(), situation.provocation().in(workshop));
      }
    }
    ErrorsPage page = new ErrorsPage(PAGE);
    if (Boolean.getBoolean("loadstone.docs.update")) {
      page.update(
          SHOWN.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text())));
    }
    examples = page.examples();
  }

  static Stream<Situation> situations() {
    return Stream.of(
            SourceSituations.all(),
            ProcessorSituations.all(),
            ArtifactSituations.all(),
            ContextSituations.all(),
            CacheSituations.all(),
            SchedulingSituations.all(),
            CommandSituations.all())
        .flatMap(each -> each.stream());
  }

  @ParameterizedTest
  @MethodSource("situations")
  void page_situation_hasItsExactTextAndExit(Situation situation) {
    Shown shown = SHOWN.get(situation.name());
    Example example = examples.get(situation.name());

    assertThat(example)
        .as("docs/errors.md has no line: <!-- situation: %s -->", situation.name())
        .isNotNull();
    assertThat(example.text())
        .as("docs/errors.md is stale; run this test with -Dloadstone.docs.update=true")
        .isEqualTo(shown.text());
    assertThat(example.heading()).endsWith(exit(shown));
  }

  @Test
  void page_examples_areOfSituations() {
    assertThat(examples.keySet()).containsExactlyInAnyOrderElementsOf(SHOWN.keySet());
  }

  @Test
  void situations_together_coverEveryErrorAndEveryReason() throws IOException {
    Set<String> expected = new TreeSet<>(ownCodes());
    for (Class<?> type : PluginException.class.getPermittedSubclasses()) {
      expected.add(type.getSimpleName());
    }
    for (Unreadable reason : Unreadable.values()) {
      expected.add("SourceNotFound " + reason);
      expected.add("ArtifactNotFound " + reason);
    }
    for (InvalidSources.Reason reason : InvalidSources.Reason.values()) {
      expected.add("InvalidSources " + reason);
    }
    for (Difference.Kind kind : Difference.Kind.values()) {
      if (kind != Difference.Kind.MISSING_CASE) { // Nothing is refused for it.
        expected.add("ContextMismatch " + kind);
      }
    }

    assertThat(SHOWN.values().stream().flatMap(shown -> shown.kinds().stream()))
        .as("add a situation, and its example to docs/errors.md")
        .containsAll(expected);
  }

  private static String exit(Shown shown) {
    return shown.kinds().contains("SchedulerStarted") || shown.kinds().contains("Closed")
        ? "of the library only"
        : "exit " + shown.exitCode();
  }

  /** The codes of our own diagnostics are in the compiler's adapter, and in the rules it keeps. */
  private static Set<String> ownCodes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String folder :
        List.of(
            "adapters-javac/src/main/java",
            "domain/src/main/java/dev/loadstone/domain/compilation",
            "domain/src/main/java/dev/loadstone/domain/source")) {
      try (Stream<Path> files = Files.walk(REPOSITORY.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          OWN_CODE
              .matcher(Files.readString(file, UTF_8))
              .results()
              .map((MatchResult match) -> match.group(1))
              .forEach(codes::add);
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(4);
    return codes;
  }
}
