package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.MissReason;
import dev.loadstone.domain.cache.MissReason.Kind;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.event.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code -v} prints of each event. */
final class ProgressTest {

  static List<Arguments> events() {
    return List.of(
        Arguments.of(
            new Event.Compiled(List.of("lib/A.java", "B.java"), "B", List.of()),
            "compiled lib/A.java, B.java: B"),
        Arguments.of(
            new Event.DependenciesFound("B.java", List.of("lib/A.java", "B.java")),
            "found lib/A.java, B.java for B.java"),
        Arguments.of(
            new Event.CacheLookup(List.of("lib/A.java", "B.java")),
            "looking for lib/A.java, B.java in the cache"),
        Arguments.of(
            new Event.CacheHit(List.of("lib/A.java", "B.java"), "B", "/c/x.jar", List.of()),
            "took lib/A.java, B.java from /c/x.jar: B"),
        Arguments.of(
            new Event.CacheHit(List.of("B.java"), "B", "", List.of()),
            "took B.java from a call that compiled it just now: B"),
        Arguments.of(
            new Event.CacheMiss(
                List.of("lib/A.java", "B.java"),
                List.of(
                    new MissReason(Kind.SOURCES, "B.java has changed"),
                    new MissReason(Kind.RELEASE, "the release was 17, and is 11"))),
            "missed lib/A.java, B.java in the cache: B.java has changed; the release was 17, and is 11"),
        Arguments.of(new Event.CacheStored("/c/x.jar", "B"), "stored /c/x.jar: B"),
        Arguments.of(new Event.CacheEvicted("/c/x.jar"), "evicted /c/x.jar"),
        Arguments.of(
            new Event.CacheHealed("/c/x.jar", "it is empty"), "removed /c/x.jar: it is empty"),
        Arguments.of(new Event.CacheUnusable("/c: the disk is full"), "/c: the disk is full"),
        Arguments.of(new Event.Written("out.jar", "B"), "wrote out.jar: B"),
        Arguments.of(new Event.Admitted("out.jar", "B"), "admitted out.jar: B"),
        Arguments.of(new Event.Linked("B.java", "B"), "linked B.java: B"),
        Arguments.of(new Event.Starting("B.java", "B"), "starting B.java: B"),
        Arguments.of(new Event.Ran("B.java", "B"), "ran B.java: B"),
        Arguments.of(
            new Event.Failed(new SourceNotFound(Path.of("B.java"), Unreadable.MISSING, null)),
            "failed: source not found"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void of_event_isOneLine(Event event, String line) {
    assertThat(Progress.of(event)).isEqualTo(line);
  }

  @Test
  void events_together_areTheWholeFamily() {
    assertThat(events().stream().map(row -> row.get()[0].getClass()).distinct().toArray())
        .containsExactlyInAnyOrder((Object[]) Event.class.getPermittedSubclasses());
  }
}
