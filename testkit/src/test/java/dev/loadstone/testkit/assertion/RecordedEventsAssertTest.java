package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordedEventsAssertTest {

  private static final Event LAST = new Event.Ran("rules/Tax.java", "Tax");

  private final RecordedEvents events = new RecordedEvents();

  @BeforeEach
  void tellEvents() {
    events.accept(
        new Event.Compiled(List.of("rules/Rate.java", "rules/Pricing.java"), "Pricing", List.of()));
    events.accept(new Event.Linked("rules/Pricing.java", "Pricing"));
    events.accept(new Event.Starting("rules/Pricing.java", "Pricing"));
    events.accept(new Event.Ran("rules/Pricing.java", "Pricing"));
    events.accept(new Event.Starting("rules/Failing.java", "Failing"));
    events.accept(new Event.Linked("rules/Late.java", "Late"));
    events.accept(new Event.Starting("rules/Tax.java", "Tax"));
    events.accept(LAST);
  }

  @Test
  void assertThat_whatHappened_passes() {
    assertThat(events)
        .hasCompiled("Pricing.java")
        .hasNotCompiled("Rate.java")
        .hasLinked("Late.java")
        .hasNotLinked("Tax.java")
        .hasRun("rules/Pricing.java")
        .hasNotRun("Late.java")
        .hasRunExactly("Pricing.java", "Tax.java")
        .events()
        .hasSize(8)
        .last()
        .isEqualTo(LAST);
  }

  static Stream<Consumer<RecordedEventsAssert>> failing() {
    return Stream.of(
        events -> events.hasCompiled("Rate.java"),
        events -> events.hasNotCompiled("Pricing.java"),
        events -> events.hasLinked("Tax.java"),
        events -> events.hasNotLinked("Late.java"),
        events -> events.hasRun("Late.java"),
        events -> events.hasRun("Failing.java"),
        events -> events.hasNotRun("Failing.java"),
        events -> events.hasNotRun("Pricing.java"),
        events -> events.hasNotRun("/srv/app/rules/Pricing.java"),
        events -> events.hasNotCompiled("./rules/Pricing.java"),
        events -> events.hasNotLinked("/srv/app/rules/Late.java"),
        events -> events.hasRunExactly(),
        events -> events.hasRunExactly("Pricing.java"),
        events -> events.hasRunExactly("Tax.java", "Pricing.java"),
        events -> events.hasRunExactly("Pricing.java", "Tax.java", "Tax.java"));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void assertThat_whatDidNotHappen_failsWithAllEvents(Consumer<RecordedEventsAssert> assertion) {
    assertThatThrownBy(() -> assertion.accept(assertThat(events)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(LAST.toString());
  }

  @Test
  void hasNotRun_pluginThatRan_namesItAndWhatRan() {
    assertThatThrownBy(() -> assertThat(events).hasNotRun("Tax.java"))
        .hasMessageContainingAll(
            "Tax.java",
            "not to have run",
            "rules/Pricing.java, rules/Failing.java, rules/Tax.java");
  }

  @Test
  void hasRun_noEventAtAll_saysThatThereIsNone() {
    assertThatThrownBy(() -> assertThat(new RecordedEvents()).hasRun("Tax.java"))
        .hasMessageContainingAll("Tax.java", "to have run", "none");
  }
}
